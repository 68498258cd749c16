import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { listMembers } from '@/lib/db/read/members'
import { listPeriods } from '@/lib/db/read/tariffs'
import { ownSurplus } from '@/lib/services/own-surplus'
import { walletSettings } from '@/lib/services/wallet-settings'
import { VoucherDesk } from './voucher-desk'

type Search = { searchParams: Promise<{ credit?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('voucher')
  return { title: t('title') }
}

/** Vouchers: energy that a charging point may take. They are written, shown and kept in the browser alone. */
export default async function RedeemPage({ searchParams }: Search) {
  const viewer = await requireConsumer('/consumer/surplus/redeem')
  const [t, { held }, members, calendar, { credit }] = await Promise.all([
    getTranslations('voucher'),
    ownSurplus(viewer, utcSeconds()),
    listMembers(),
    listPeriods(),
    searchParams,
  ])
  const stations = members
    .filter(({ roles }) => roles.includes('ChargingPoint'))
    .map(({ address, name }) => ({ address: address as `0x${string}`, name: name ?? address }))
  const redeemable = held.filter(({ kind }) => kind !== 'Usable')
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={t('title')} lead={t('lead')} />
      </div>
      {redeemable.length === 0 && (
        <Card className="mb-6 print:hidden">
          <EmptyState
            title={t('none')}
            icon="sun"
            action={<LinkButton href="/consumer/surplus">{t('toSurplus')}</LinkButton>}
          >
            {t('noneMeaning')}
          </EmptyState>
        </Card>
      )}
      <VoucherDesk
        settings={walletSettings()}
        account={viewer.address}
        held={redeemable}
        stations={stations}
        calendar={calendar}
        asked={typeof credit === 'string' ? credit : null}
      />
    </>
  )
}
