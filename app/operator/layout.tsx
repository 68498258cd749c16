import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'
import { SectionNav } from '@/components/ui/section-nav'
import { getViewer, type ViewerRole } from '@/lib/auth/viewer'

/** The operators' pages side by side. It hides what would be refused; the pages themselves refuse. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const [t, viewer] = await Promise.all([getTranslations('operator.nav'), getViewer()])
  const is = (role: ViewerRole) => viewer?.roles.includes(role)
  const sections = [
    ...(is('grid') || is('exchange')
      ? [
          { href: '/operator/reads', label: t('reads') },
          { href: '/operator/meters', label: t('meters') },
          { href: '/operator/imports', label: t('imports') },
        ]
      : []),
    ...(is('grid') ? [{ href: '/operator/erasure', label: t('erasure') }] : []),
    ...(is('exchange') ? [{ href: '/operator/market', label: t('market') }] : []),
    ...(is('chargingPoint') ? [{ href: '/operator/charging', label: t('charging') }] : []),
    ...(is('storage') ? [{ href: '/operator/storage', label: t('storage') }] : []),
  ]
  return (
    <>
      <SectionNav label={t('label')} sections={sections} />
      <ClientMessages
        of={['energy.register', 'erasure', 'fileFaults', 'imports', 'meters', 'operator', 'refusals', 'wallet']}
      >
        {children}
      </ClientMessages>
    </>
  )
}
