import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'
import { SectionNav } from '@/components/ui/section-nav'

/** The retailer's pages side by side. It authorises nothing: each page does. */
export default function RetailerLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('retailer.nav')
  const sections = (['offers', 'customers', 'bills', 'position'] as const).map((key) => ({
    href: `/retailer/${key}`,
    label: t(key),
  }))
  return (
    <>
      <SectionNav label={t('label')} sections={sections} />
      <ClientMessages
        of={['energy.register', 'formulas', 'offers.own', 'publish', 'refusals', 'retailer.offers', 'units', 'wallet']}
      >
        {children}
      </ClientMessages>
    </>
  )
}
