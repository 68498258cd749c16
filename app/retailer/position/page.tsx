import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { RefusedPurchases } from '@/components/energy/refused-purchases'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import { requireRetailer } from '@/lib/auth/viewer'
import { customersOfRetailer } from '@/lib/db/read/agreements'
import { billsOfRetailer } from '@/lib/db/read/billing'
import { owedBy } from '@/lib/db/read/escrow'
import { deliveriesOfBuyer, purchasesOfBuyer } from '@/lib/db/read/purchases'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { latestTariffs, listPeriods } from '@/lib/db/read/tariffs'
import { micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { positionMonths, type MonthPosition } from './position-months'
import { RetailerOwes } from '../retailer-owes'
import { PositionTable } from './position-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('position')
  return { title: t('title') }
}

/** What this retailer sold against what it bought, month by month, and what the difference costs. */
export default async function PositionPage() {
  const viewer = await requireRetailer('/retailer/position')
  const [t, months, debts, refused, purchases] = await Promise.all([
    getTranslations('position'),
    monthsOf(viewer),
    owedBy(viewer),
    refusedRunsOf(viewer, 'purchase'),
    purchasesOfBuyer(viewer),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {months.length === 0 ? (
        <Card>
          <EmptyState title={t('emptyTitle')} icon="gauge">
            {t('emptyMeaning')}
          </EmptyState>
        </Card>
      ) : (
        <div className="space-y-4 sm:space-y-6">
          <RetailerOwes debts={debts} />
          <RefusedPurchases refused={refused} purchases={purchases} />
          {months.every(({ bought }) => bought === 0n) && (
            <Callout tone="info" title={t('nothingBoughtTitle')}>
              {t('nothingBoughtMeaning')}
            </Callout>
          )}
          <PositionFigures months={months} owed={micro(debts.reduce<bigint>((sum, { open }) => sum + open, 0n))} />
          <Card flush>
            <PositionTable months={months} />
          </Card>
        </div>
      )}
    </>
  )
}

async function monthsOf(viewer: { address: string }): Promise<MonthPosition[]> {
  const [periods, agreements, bills, purchases, deliveries, tables] = await Promise.all([
    listPeriods(),
    customersOfRetailer(viewer),
    billsOfRetailer(viewer),
    purchasesOfBuyer(viewer),
    deliveriesOfBuyer(viewer),
    latestTariffs(),
  ])
  // Months to come are estimated at the newest agency price where the retailer buys.
  const [bought] = purchases
  const near = tables.find(({ region, voltageClass }) => {
    return region === bought?.terms.region && voltageClass === bought.terms.voltageClass
  })
  const referencePrice = (near ?? tables[0])?.agencyPrice ?? microPerKwh(0n)
  return positionMonths({ periods, agreements, bills, purchases, deliveries, referencePrice })
}

async function PositionFigures({ months, owed }: { months: readonly MonthPosition[]; owed: MonthPosition['cost'] }) {
  const t = await getTranslations('position.figures')
  const energy = (of: (month: MonthPosition) => bigint) => wh(months.reduce((sum, month) => sum + of(month), 0n))
  const cost = micro(months.reduce<bigint>((sum, month) => sum + month.cost, 0n))
  return (
    <Card>
      <StatGroup>
        <Stat label={t('sold')} value={<Energy wh={energy(({ sold }) => sold)} />} sub={t('soldMeaning')} />
        <Stat label={t('bought')} value={<Energy wh={energy(({ bought }) => bought)} />} sub={t('boughtMeaning')} />
        <Stat label={t('cost')} value={<Money micro={cost} />} sub={t('costMeaning')} />
        <Stat label={t('owed')} value={<Money micro={owed} />} sub={t('owedMeaning')} />
      </StatGroup>
    </Card>
  )
}
