import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { utcSeconds } from '@/app/utc-seconds'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { exchangesOf } from '@/lib/db/read/exchanges'
import { getMeter, readsOf } from '@/lib/db/read/metering'
import { typedMoment } from '@/lib/format/parse-moment'
import { walletSettings } from '@/lib/services/wallet-settings'
import { ExchangeForm } from './exchange-form'
import { ExchangesCard } from './exchanges-card'
import { FactsCard } from './facts-card'
import { HolderForm } from './holder-form'
import { KeyForm } from './key-form'
import { ReadsCard } from './reads-card'
import { RevokeForm } from './revoke-form'

type Params = { params: Promise<{ id: string }> }

const READS_SHOWN = 12

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ id }, viewer, t] = await Promise.all([
    params,
    requireOperator('/operator/meters'),
    getTranslations('meters'),
  ])
  const meter = await getMeter(viewer, id)
  return { title: meter?.number ?? t('title') }
}

/** One meter of the operator: what it is, what it showed, and what can be done with it. */
export default async function MeterPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireOperator(`/operator/meters/${id}`)
  const meter = await getMeter(viewer, id)
  if (!meter || meter.operator !== viewer.address) notFound()
  const [t, timeZone, reads, exchanges] = await Promise.all([
    getTranslations('meters'),
    getTimeZone(),
    readsOf(viewer, meter.id, READS_SHOWN),
    exchangesOf(viewer, meter.id),
  ])
  const settings = walletSettings()
  const sender = { operator: viewer.address, settings }
  const present = {
    id: meter.id,
    digits: meter.digits,
    multiplier: meter.multiplier,
    capacity: meter.capacity,
    lastRead: meter.lastRead,
  }
  return (
    <>
      <PageHeader
        back={{ href: '/operator/meters', label: t('title') }}
        title={meter.number ?? t('list.unnamed')}
        lead={meter.label}
        badge={meter.revokedAt !== null && <Badge tone="danger">{t('keyKind.revoked')}</Badge>}
      />
      <div className="space-y-4 sm:space-y-6">
        <FactsCard meter={meter} verifier={settings.contracts.ERC7913P256Verifier} />
        <ReadsCard reads={reads} />
        <ExchangesCard exchanges={exchanges} />
        <ExchangeForm meter={present} now={typedMoment(utcSeconds(), timeZone)} {...sender} />
        <KeyForm meterId={meter.id} {...sender} />
        {meter.revokedAt === null && <RevokeForm meterId={meter.id} {...sender} />}
        <HolderForm meterId={meter.id} holder={meter.holder} {...sender} />
      </div>
    </>
  )
}
