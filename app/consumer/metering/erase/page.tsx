import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { EraseDialog } from '@/components/energy/erase-dialog'
import { ErasureCard } from '@/components/energy/erasure-card'
import { ErasureList } from '@/components/energy/erasure-list'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { agreementsOfConsumer } from '@/lib/db/read/agreements'
import { erasuresOf } from '@/lib/db/read/erasures'
import { metersOfHolder } from '@/lib/db/read/metering'
import type { Hex } from '@/lib/domain/units/hex'
import { shortHex } from '@/lib/format/hex'
import { previewErasure } from '@/lib/services/erase-metering'
import { eraseOwn } from './actions'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('erasure')
  return { title: t('title') }
}

/** What is kept of what I used, and how to have it erased. */
export default async function ErasePage({ searchParams }: Search) {
  const viewer = await requireConsumer('/consumer/metering/erase')
  const [t, { done }, held, agreements, erasures] = await Promise.all([
    getTranslations('erasure'),
    searchParams,
    metersOfHolder(viewer),
    agreementsOfConsumer(viewer),
    erasuresOf(viewer),
  ])
  // Also of meters where the viewer lived before.
  const labels = new Map([
    ...agreements.map(({ meterId, meterLabel }) => [meterId, meterLabel] as const),
    ...held.map(({ id, label }) => [id, label] as const),
  ])
  const now = utcSeconds()
  const previews = await Promise.all(
    [...labels.keys()].map(async (id) => {
      const preview = await previewErasure(viewer, { meterId: id as Hex, person: viewer.address }, now)
      return preview.ok ? [{ id, preview: preview.value }] : []
    }),
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: '/consumer/metering', label: t('backToMetering') }}
      />
      <div className="space-y-6">
        {done !== undefined && (
          <Callout tone="success" title={t('doneTitle')} live>
            {t('doneMeaning')}
          </Callout>
        )}
        <Callout title={t('lawTitle')}>{t('law')}</Callout>
        {previews.flat().map(({ id, preview }) => (
          <ErasureCard key={id} title={labels.get(id) ?? shortHex(id)} preview={preview}>
            <EraseDialog {...preview} meterId={id} person={viewer.address} action={eraseOwn} />
          </ErasureCard>
        ))}
        {previews.flat().length === 0 && (
          <Card>
            <EmptyState title={t('nothingTitle')}>{t('nothing')}</EmptyState>
          </Card>
        )}
        <ErasureList erasures={erasures} />
      </div>
    </>
  )
}
