import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { totalsOf } from '@/components/energy/bill/bill-totals'
import { RefusedRevisions } from '@/components/energy/bill/refused-revisions'
import { DeviationShare } from '@/components/energy/bill/deviation-share'
import { Energy, EnergyDifference } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { buttonClasses, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import { requireConsumer } from '@/lib/auth/viewer'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { energyUnitFor } from '@/lib/format/energy'
import { billsIn, yearsOf, type BilledMonth } from './bill-years'
import { BillsChart } from './bills-chart'
import { BillsTable } from './bills-table'
import { meterLabelsOf } from './meter-labels'
import { YearLinks } from './year-links'

type Search = { searchParams: Promise<{ year?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bills')
  return { title: t('title') }
}

/** All bills of the consumer, a year at a time. */
export default async function BillsPage({ searchParams }: Search) {
  const viewer = await requireConsumer('/consumer/bills')
  const [t, timeZone, bills, refused, meterLabels, search] = await Promise.all([
    getTranslations('bills'),
    getTimeZone(),
    billsOfConsumer(viewer),
    refusedRunsOf(viewer, 'revision'),
    meterLabelsOf(viewer),
    searchParams,
  ])
  const years = yearsOf(bills, timeZone)
  const year = years.find((one) => String(one) === search.year) ?? null
  const shown = billsIn(bills, year, timeZone)
  if (bills.length === 0) return <NoBills title={t('title')} />
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<Download label={t('download')} />} />
      <YearLinks years={years} shown={year} />
      <div className="space-y-4 sm:space-y-6">
        <RefusedRevisions refused={refused} bills={bills} path="/consumer/bills" reader="consumer" />
        <YearFigures bills={shown} heading={year === null ? t('years.lastTwelve') : String(year)} />
        <BillsChart bills={shown} />
        <Card flush>
          <BillsTable bills={shown} meterLabels={meterLabels} />
        </Card>
      </div>
    </>
  )
}

/** A plain link: the browser saves a file, no page changes. */
function Download({ label }: { label: string }) {
  return (
    <a href="/consumer/bills/bills.csv" download className={buttonClasses({})}>
      {label}
    </a>
  )
}

async function YearFigures({ bills, heading }: { bills: readonly BilledMonth[]; heading: string }) {
  const [t, ofBill] = await Promise.all([getTranslations('bills.figures'), getTranslations('bill.summary')])
  const { contracted, used, total, penalty } = totalsOf(bills)
  return (
    <Card title={heading}>
      <StatGroup>
        <Stat large label={t('total')} value={<Money micro={total} />} sub={t('count', { count: bills.length })} />
        <Stat label={t('penalty')} value={<Money micro={penalty} />} />
        <Stat
          label={t('used')}
          value={<Energy wh={used} />}
          sub={ofBill.rich('ofContracted', {
            share: () => <DeviationShare contracted={contracted} used={used} />,
            energy: () => <EnergyDifference wh={used - contracted} unit={energyUnitFor(contracted)} />,
          })}
        />
        <Stat label={t('contracted')} value={<Energy wh={contracted} />} />
      </StatGroup>
    </Card>
  )
}

async function NoBills({ title }: { title: string }) {
  const t = await getTranslations('bills.empty')
  return (
    <>
      <PageHeader title={title} />
      <Card>
        <EmptyState title={t('title')} action={<LinkButton href="/consumer">{t('toSupply')}</LinkButton>}>
          {t('meaning')}
        </EmptyState>
      </Card>
    </>
  )
}
