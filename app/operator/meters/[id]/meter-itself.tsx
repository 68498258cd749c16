import { getTimeZone, getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import type { SignedInViewer } from '@/lib/auth/viewer'
import { exchangesOf } from '@/lib/db/read/exchanges'
import { serialsOf } from '@/lib/db/read/meter-devices'
import { readsOf, type MeterRow } from '@/lib/db/read/metering'
import { typedMoment } from '@/lib/format/parse-moment'
import { walletSettings } from '@/lib/services/wallet-settings'
import { ExchangeForm } from './exchange-form'
import { ExchangesCard } from './exchanges-card'
import { FactsCard } from './facts-card'
import { HolderForm } from './holder-form'
import { KeyForm } from './key-form'
import { NamesCard } from './names-card'
import { ReadsCard } from './reads-card'
import { RevokeForm } from './revoke-form'

const READS_SHOWN = 12

/** The meter on the chain: what it is, what it showed, and what its operator can do with it. */
export async function MeterItself({ viewer, meter }: { viewer: SignedInViewer; meter: MeterRow }) {
  const [t, timeZone, reads, exchanges, serials] = await Promise.all([
    getTranslations('meters.facts'),
    getTimeZone(),
    readsOf(viewer, meter.id, READS_SHOWN),
    exchangesOf(viewer, meter.id),
    serialsOf(viewer, meter.id),
  ])
  const settings = walletSettings()
  const sender = { operator: viewer.address, settings }
  const { id, digits, multiplier, capacity, lastRead } = meter
  return (
    <section aria-labelledby="meter-itself" className="space-y-4 sm:space-y-6">
      <h2 id="meter-itself" className="pt-4 text-xl font-semibold tracking-tight">
        {t('itself')}
      </h2>
      <NamesCard meter={meter} />
      <FactsCard meter={meter} verifier={settings.contracts.ERC7913P256Verifier} />
      <ReadsCard reads={reads} />
      <ExchangesCard exchanges={exchanges} serials={serials} />
      <ExchangeForm
        meter={{ id, digits, multiplier, capacity, lastRead }}
        now={typedMoment(utcSeconds(), timeZone)}
        {...sender}
      />
      <KeyForm meterId={id} {...sender} />
      {meter.revokedAt === null && <RevokeForm meterId={id} {...sender} />}
      <HolderForm meterId={id} holder={meter.holder} {...sender} />
    </section>
  )
}
