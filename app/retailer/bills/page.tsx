import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { RefusedRevisions } from '@/components/energy/bill/refused-revisions'
import { DeviationShare } from '@/components/energy/bill/deviation-share'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Period } from '@/components/energy/period'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import { requireRetailer } from '@/lib/auth/viewer'
import { customersOfRetailer } from '@/lib/db/read/agreements'
import { billsOfRetailer, incomeOfBills } from '@/lib/db/read/billing'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { skippedOf } from '@/lib/db/read/settlement'
import type { Micro } from '@/lib/domain/units/units'
import { billedMonths, receivedIn, type BilledMonth } from './billed-months'
import { BillsTable } from './bills-table'
import { MonthLinks } from './month-links'
import { MonthsChart } from './months-chart'
import { SkippedList } from './skipped-list'

const CHARTED_MONTHS = 12

type Search = { searchParams: Promise<{ month?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('retailerBills')
  return { title: t('title') }
}

/** Bills of my customers, a month at a time: what they used, what leaving the band cost them, what I received. */
export default async function RetailerBillsPage({ searchParams }: Search) {
  const viewer = await requireRetailer('/retailer/bills')
  const [t, timeZone, bills, received, skipped, refused, customers, search] = await Promise.all([
    getTranslations('retailerBills'),
    getTimeZone(),
    billsOfRetailer(viewer),
    incomeOfBills(viewer),
    skippedOf(viewer),
    refusedRunsOf(viewer, 'revision'),
    customersOfRetailer(viewer),
    searchParams,
  ])
  const months = billedMonths(bills, timeZone)
  const shown = months.find(({ id }) => id === search.month) ?? months[0]
  const charted = months.slice(0, CHARTED_MONTHS)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <SkippedList skipped={skipped} customers={customers} />
        <RefusedRevisions refused={refused} bills={bills} path="/retailer/bills" reader="retailer" />
        {shown ? (
          <>
            <MonthLinks months={months} shown={shown.id} />
            <MonthFigures month={shown} received={receivedIn(shown, received)} />
            <Card flush>
              <BillsTable bills={shown.bills} received={received} />
            </Card>
            <MonthsChart months={charted} received={received} />
          </>
        ) : (
          <NoBills />
        )}
      </div>
    </>
  )
}

async function MonthFigures({ month, received }: { month: BilledMonth; received: Micro }) {
  const t = await getTranslations('retailerBills.figures')
  return (
    <Card title={<Period start={month.start} end={month.end} />}>
      <StatGroup>
        <Stat large label={t('received')} value={<Money micro={received} />} sub={t('receivedMeaning')} />
        <Stat
          label={t('billed')}
          value={<Money micro={month.total} />}
          sub={t('count', { count: month.bills.length })}
        />
        <Stat label={t('penalty')} value={<Money micro={month.penalty} />} />
        <Stat
          label={t('used')}
          value={<Energy wh={month.used} />}
          sub={<DeviationShare contracted={month.contracted} used={month.used} />}
        />
      </StatGroup>
    </Card>
  )
}

async function NoBills() {
  const t = await getTranslations('retailerBills')
  return (
    <Card>
      <EmptyState
        title={t('emptyTitle')}
        action={<LinkButton href="/retailer/customers">{t('toCustomers')}</LinkButton>}
      >
        {t('emptyMeaning')}
      </EmptyState>
    </Card>
  )
}
