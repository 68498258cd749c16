import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwedNotice } from '@/components/energy/owed-notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { accountOf, movementsOf, owedBy } from '@/lib/db/read/escrow'
import { purchasesOfBuyer } from '@/lib/db/read/purchases'
import type { Address } from '@/lib/domain/units/hex'
import { micro, type Micro } from '@/lib/domain/units/units'
import { walletSettings } from '@/lib/services/wallet-settings'
import { BalancesCard } from './balances-card'
import { MoneyActions } from './money-actions'
import { MovementsTable } from './movements-table'

const MOVEMENTS_SHOWN = 100

type Search = { searchParams: Promise<{ topUp?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('escrow')
  return { title: t('title') }
}

/** The account: what is free, what is locked, what moved, and the two ways to move money. */
export default async function WalletPage({ searchParams }: Search) {
  const viewer = await requireConsumer('/consumer/wallet')
  const [t, account, movements, debts, bills, purchases, { topUp }] = await Promise.all([
    getTranslations('escrow'),
    accountOf(viewer),
    movementsOf(viewer, MOVEMENTS_SHOWN),
    owedBy(viewer),
    billsOfConsumer(viewer),
    purchasesOfBuyer(viewer),
    searchParams,
  ])
  const actions = (
    <MoneyActions
      settings={walletSettings()}
      account={viewer.address as Address}
      free={account.free}
      suggested={suggestedAmount(topUp)}
    />
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <OwedNotice debts={debts} bills={bills} purchases={purchases} />
        <BalancesCard free={account.free} locked={account.locked} actions={actions} />
        <MovementsTable movements={movements} />
      </div>
    </>
  )
}

/** From a link that says what is missing; anything else is no suggestion. */
function suggestedAmount(topUp: string | string[] | undefined): Micro | null {
  return typeof topUp === 'string' && /^[1-9]\d{0,23}$/.test(topUp) ? micro(BigInt(topUp)) : null
}
