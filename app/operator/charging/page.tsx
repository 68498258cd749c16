import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DueCard } from '@/components/energy/due-card'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHeader } from '@/components/ui/page-header'
import { requireChargingPoint } from '@/lib/auth/viewer'
import { listPeriods } from '@/lib/db/read/tariffs'
import { ownDues } from '@/lib/services/own-dues'
import { creditsOfKind, ownMovements } from '@/lib/services/own-surplus'
import { walletSettings } from '@/lib/services/wallet-settings'
import { ChargingDesk } from './charging-desk'
import { RedeemedTable } from './redeemed-table'
import { UsableCard } from './usable-card'

const MOST_MOVEMENTS = 1_000

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('charging')
  return { title: t('title') }
}

/** A charging point takes vouchers: scanned and checked without the network, redeemed from its own account, put on its own agreement. */
export default async function ChargingPage() {
  const viewer = await requireChargingPoint('/operator/charging')
  const [t, movements, usable, dues, calendar] = await Promise.all([
    getTranslations('charging'),
    ownMovements(viewer, MOST_MOVEMENTS),
    creditsOfKind(viewer, 'Usable'),
    ownDues(viewer),
    listPeriods(),
  ])
  const settings = walletSettings()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <ClientMessages of={['charging', 'credits', 'refusals', 'wallet']}>
          <ChargingDesk settings={settings} station={viewer.address} calendar={calendar} />
          <UsableCard settings={settings} account={viewer.address} usable={usable} dues={dues} calendar={calendar} />
        </ClientMessages>
        <DueCard dues={dues} />
        <RedeemedTable
          movements={movements.filter(({ what, kind }) => what === 'Received' && kind === 'Usable')}
          calendar={calendar}
        />
      </div>
    </>
  )
}
