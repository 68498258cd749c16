import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { requireRetailer } from '@/lib/auth/viewer'
import { pausesAt } from '@/lib/db/read/market'
import { latestTariffs } from '@/lib/db/read/tariffs'
import { addDays, localDateOf } from '@/lib/domain/metering/calendar'
import type { Address } from '@/lib/domain/units/hex'
import { walletSettings } from '@/lib/services/wallet-settings'
import { utcSeconds } from '@/app/utc-seconds'
import { PublishFormLoader } from './publish-form-loader'

const OFFERED_FOR_DAYS = 365

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('publish')
  return { title: t('title') }
}

/** Publish an offer. */
export default async function PublishPage() {
  const viewer = await requireRetailer('/retailer/offers/new')
  const now = utcSeconds()
  const [t, timeZone, tariffs, pauses] = await Promise.all([
    getTranslations('publish'),
    getTimeZone(),
    latestTariffs(),
    pausesAt(now),
  ])
  const today = localDateOf(now, timeZone)
  const areas = tariffs.map(({ region, voltageClass, agencyPrice, cataloguePrice, index }) => {
    return { region, voltageClass, agencyPrice, cataloguePrice, index }
  })
  return (
    <>
      <PageHeader back={{ href: '/retailer/offers', label: t('back') }} title={t('title')} lead={t('lead')} />
      {pauses.some(({ activity }) => activity === 'Publishing') && (
        <Callout tone="warning" title={t('pausedTitle')} className="mb-6">
          {t('pausedMeaning')}
        </Callout>
      )}
      {areas.length === 0 ? (
        <Callout tone="info" title={t('noAreaTitle')}>
          {t('noAreaMeaning')}
        </Callout>
      ) : (
        <PublishFormLoader
          retailer={viewer.address as Address}
          settings={walletSettings()}
          areas={areas}
          timeZone={timeZone}
          now={now}
          today={today}
          validUntil={addDays(today, OFFERED_FOR_DAYS)}
        />
      )}
    </>
  )
}
