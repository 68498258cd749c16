/** The settlement period that runs, of one agreement: what was used so far, what it will likely come to, where it stands against its band. */
import type { Viewer } from '@/lib/db/client'
import type { AgreementRow } from '@/lib/db/read/agreements'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { getMeter, knownUse } from '@/lib/db/read/metering'
import { getOffer } from '@/lib/db/read/offers'
import { getTariff, latestTariff, listPeriods } from '@/lib/db/read/tariffs'
import { termEndOf } from '@/lib/domain/agreements/dates'
import { prorated } from '@/lib/domain/agreements/proration'
import { contractedFor, MONTHS } from '@/lib/domain/agreements/terms'
import { openYear } from '@/lib/domain/billing/open-year'
import { periodOutlook, type PeriodOutlook } from '@/lib/domain/billing/period-outlook'
import { addDays, datesIn, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import { forecastUse, type UseForecast } from '@/lib/domain/metering/forecast-use'
import type { RuleBasis } from '@/lib/domain/offers/offer'
import { periodAt } from '@/lib/domain/settlement/period'
import { env } from '@/lib/env'

export interface RunningPeriod {
  start: number
  end: number
  use: UseForecast
  outlook: PeriodOutlook
  basis: RuleBasis
  /** The newest whole day that is known of it; null if none is. */
  knownUntil: LocalDate | null
}

/** Null if the agreement supplies nothing now, or nothing is known that a forecast could rest on. */
export async function runningPeriod(
  viewer: Viewer,
  agreement: AgreementRow,
  now: number,
): Promise<RunningPeriod | null> {
  if (agreement.status !== 'active') return null
  const periods = await listPeriods()
  const period = periodAt(periods, now)
  if (!period) return null
  const [meter, offer, bills] = await Promise.all([
    getMeter(viewer, agreement.meterId),
    getOffer(agreement.offerId),
    billsOfConsumer(viewer),
  ])
  if (!meter || !offer) return null
  const { region, voltageClass, deviation } = offer.offer
  const table =
    (await getTariff({ region, voltageClass, at: period.start })) ?? (await latestTariff({ region, voltageClass }))
  const start = Math.max(period.start, agreement.start)
  const end = Math.min(period.end, endOf(agreement))
  // Until its last read has come, an agreement that is over still waits for its bill.
  if (end <= start) return null
  const use = await forecastOf(viewer, agreement.meterId, { start, end })
  if (!table || !use) return null
  // Counted from zero: a period that supply began in is the first one, however short.
  const earlier = periods.filter((one) => one.end > agreement.start && one.start < period.start)
  const index = earlier.length
  const whole = contractedFor({ contracted: agreement.contractedWh }, index)
  const elapsed = end - start
  return {
    start,
    end,
    use: use.forecast,
    basis: deviation.ruleBasis,
    knownUntil: use.knownUntil,
    outlook: periodOutlook({
      offer: offer.offer,
      pricing: offer.pricing,
      table,
      contracted: elapsed === period.end - period.start ? whole : prorated(whole, elapsed, period.end - period.start),
      capacity: meter.capacity,
      use: use.forecast,
      before:
        deviation.ruleBasis === 'Annual'
          ? openYear(
              bills.filter(({ agreementId }) => agreementId === agreement.id),
              { from: earlier[index - (index % MONTHS)]?.start ?? start, until: start },
            )
          : null,
    }),
  }
}

function endOf({ start, endsAt, termPeriods }: AgreementRow): number {
  return endsAt ?? termEndOf(start, termPeriods, env.marketTimeZone)
}

interface Known {
  forecast: UseForecast
  knownUntil: LocalDate | null
}

async function forecastOf(
  viewer: Viewer,
  meterId: string,
  { start, end }: { start: number; end: number },
): Promise<Known | null> {
  const span = {
    from: localDateOf(start, env.marketTimeZone),
    to: addDays(localDateOf(end - 1, env.marketTimeZone), 1),
  }
  const known = await knownUse(viewer, meterId, span)
  const forecast = forecastUse({ dates: datesIn(span), known })
  return forecast && { forecast, knownUntil: known.filter(({ day }) => day >= span.from).at(-1)?.day ?? null }
}
