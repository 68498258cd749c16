import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import { requireRetailer } from '@/lib/auth/viewer'
import { customersOfRetailer, type AgreementRow } from '@/lib/db/read/agreements'
import { formatCount } from '@/lib/format/number'
import { CustomersTable } from './customers-table'
import { totalsOf } from './customer-totals'

/** The most present first. */
const STATUS_ORDER: AgreementRow['status'][] = ['active', 'pending', 'ended']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers')
  return { title: t('title') }
}

/** Everybody under agreement with this retailer, and what they contracted and used. */
export default async function CustomersPage() {
  const viewer = await requireRetailer('/retailer/customers')
  const [t, agreements] = await Promise.all([getTranslations('customers'), customersOfRetailer(viewer)])
  if (agreements.length === 0) return <NoCustomers title={t('title')} />
  const rank = ({ status }: AgreementRow) => STATUS_ORDER.indexOf(status)
  const ordered = [...agreements].sort((a, b) => rank(a) - rank(b) || b.start - a.start)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <CustomerFigures agreements={agreements} />
        <Card flush>
          <CustomersTable agreements={ordered} now={utcSeconds()} />
        </Card>
      </div>
    </>
  )
}

async function CustomerFigures({ agreements }: { agreements: readonly AgreementRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('customers.figures'), getLocale()])
  const { customers, agreements: live, contracted, used, deposits } = totalsOf(agreements)
  return (
    <Card>
      <StatGroup>
        <Stat label={t('customers')} value={formatCount(customers, locale)} sub={t('agreements', { count: live })} />
        <Stat label={t('contracted')} value={<Energy wh={contracted} />} sub={t('contractedMeaning')} />
        <Stat label={t('used')} value={<Energy wh={used} />} sub={t('usedMeaning')} />
        <Stat label={t('deposits')} value={<Money micro={deposits} />} sub={t('depositsMeaning')} />
      </StatGroup>
    </Card>
  )
}

async function NoCustomers({ title }: { title: string }) {
  const t = await getTranslations('customers')
  return (
    <>
      <PageHeader title={title} />
      <Card>
        <EmptyState
          title={t('emptyTitle')}
          icon="plug"
          action={<LinkButton href="/retailer/offers">{t('toOffers')}</LinkButton>}
        >
          {t('emptyMeaning')}
        </EmptyState>
      </Card>
    </>
  )
}
