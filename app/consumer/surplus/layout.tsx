import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'
import { SectionPills } from '@/components/ui/section-pills'

/** What becomes of exported energy: the choice, what is held, vouchers. It authorises nothing: each page does. */
export default function SurplusLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('ownSurplus.nav')
  const sections = [
    { href: '/consumer/surplus', label: t('overview') },
    { href: '/consumer/surplus/credits', label: t('credits') },
    { href: '/consumer/surplus/redeem', label: t('redeem') },
  ]
  return (
    <>
      <SectionPills label={t('label')} sections={sections} />
      <ClientMessages of={['credits', 'ownSurplus', 'refusals', 'voucher', 'wallet']}>{children}</ClientMessages>
    </>
  )
}
