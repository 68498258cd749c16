import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SectionNav } from '@/components/ui/section-nav'

/** The consumer's pages side by side. It authorises nothing: each page does. */
export default function ConsumerLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('supply.nav')
  const notices = useTranslations('notices')
  const sections = [
    { href: '/consumer', label: t('supply') },
    { href: '/consumer/metering', label: t('metering') },
    { href: '/consumer/bills', label: t('bills') },
    { href: '/consumer/surplus', label: t('surplus') },
    { href: '/consumer/wallet', label: t('account') },
    { href: '/consumer/notices', label: notices('nav') },
  ]
  return (
    <>
      <SectionNav label={t('label')} sections={sections} />
      {children}
    </>
  )
}
