/** What a switch to an offer would mean for each supplied meter of the visitor: read from rows, decided again on the chain. */
import { utcSeconds } from '@/app/utc-seconds'
import { agreementsOfConsumer, type AgreementRow } from '@/lib/db/read/agreements'
import { billsOfConsumer, type BillRow } from '@/lib/db/read/billing'
import { knownUse, metersOfHolder, monthlyUseOf, type MeterRow } from '@/lib/db/read/metering'
import { getOffer, type OfferRow } from '@/lib/db/read/offers'
import { latestTariff, listPeriods, type PeriodRow } from '@/lib/db/read/tariffs'
import { inReach } from '@/lib/domain/agreements/can-sign'
import { coolingOffEnd, earliestCut, isCoolingOff, type Cut } from '@/lib/domain/agreements/cut-term'
import { supplying } from '@/lib/domain/agreements/supplying'
import { MONTHS } from '@/lib/domain/agreements/terms'
import { foreseenEnd, type ForeseenEnd } from '@/lib/domain/billing/foreseen-end'
import type { Decision } from '@/lib/domain/decision'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { sumWh } from '@/lib/domain/metering/register-values'
import { periodAt } from '@/lib/domain/settlement/period'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import type { OldAgreement, SwitchableMeter } from './switch-form'
import { isWholeMonth } from './whole-month'
import { switchMonths } from './switch-months'

/** Time to read and sign: what would run out within it counts as run out. */
const READING_S = 600

export async function switchableMeters(viewer: { address: string }, row: OfferRow): Promise<SwitchableMeter[]> {
  const [meters, agreements] = await Promise.all([metersOfHolder(viewer), agreementsOfConsumer(viewer)])
  const supplied = meters.flatMap((meter) => {
    const old = inReach(row.offer, meter) ? supplying(agreements, meter.id) : undefined
    return old ? [{ meter, old }] : []
  })
  if (supplied.length === 0) return []
  const [calendar, bills] = await Promise.all([listPeriods(), billsOfConsumer(viewer)])
  return Promise.all(supplied.map((one) => switchable(viewer, { ...one, calendar, bills, offerId: row.id })))
}

interface Supplied {
  meter: MeterRow
  old: AgreementRow
  calendar: PeriodRow[]
  bills: readonly BillRow[]
  offerId: string
}

async function switchable(viewer: { address: string }, facts: Supplied): Promise<SwitchableMeter> {
  const { meter, old, calendar, offerId } = facts
  const oldOffer = await getOffer(old.offerId)
  if (!oldOffer) throw new Error(`agreement ${old.id} has no offer`)
  const now = utcSeconds() + READING_S
  const period = periodAt(calendar, old.settledUntil)?.start ?? 0
  const term = { ...old, agreementId: old.id as Hex }
  const cut = earliestCut({ now, term, offer: oldOffer.offer, calendar, period })
  const start = cut.ok ? cut.value.endsAt : null
  const measured = (await monthlyUseOf(viewer, meter.id)).filter(isWholeMonth)
  return {
    id: meter.id as Hex,
    label: meter.label ?? meter.id,
    capacity: meter.capacity,
    same: old.offerId === offerId,
    old: oldAgreement(old, oldOffer, now),
    cut,
    months: start === null ? [] : switchMonths({ start, timeZone: env.marketTimeZone, old, measured }),
    measured: Math.min(measured.length, MONTHS),
    end: cut.ok ? await lastBill(viewer, facts, oldOffer, cut) : null,
    firstBillAt: (start !== null && calendar.find((each) => each.start === start)?.end) || null,
  }
}

function oldAgreement(old: AgreementRow, { offer, pricing }: OfferRow, now: number): OldAgreement {
  return {
    id: old.id as Hex,
    offerId: old.offerId,
    offerName: old.offerName,
    retailerName: old.retailerName,
    offer,
    pricing,
    deposit: old.deposit,
    coolingOffUntil: isCoolingOff(old, offer, now) ? coolingOffEnd(old, offer) : null,
  }
}

async function lastBill(
  viewer: { address: string },
  { meter, old, calendar, bills }: Supplied,
  { offer, pricing }: OfferRow,
  cut: Extract<Decision<Cut>, { ok: true }>,
): Promise<ForeseenEnd | null> {
  const table = await latestTariff(offer)
  if (!table) return null
  const localDate = (instant: number) => localDateOf(instant, env.marketTimeZone)
  const span = { from: localDate(old.settledUntil), to: localDate(cut.value.endsAt) }
  return foreseenEnd({
    terms: { offer, pricing, table, capacity: meter.capacity },
    contracted: old.contractedWh,
    settledUntil: old.settledUntil,
    periods: old.periods,
    ...cut.value,
    calendar,
    year: openYear(old, bills),
    days: await knownUse(viewer, meter.id, span),
    localDate,
  })
}

/** Of the contract year that is not closed yet. */
function openYear({ id, periods }: AgreementRow, bills: readonly BillRow[]) {
  const open = bills
    .filter(({ agreementId }) => agreementId === id)
    .sort((a, b) => b.start - a.start)
    .slice(0, periods % MONTHS)
  return {
    contracted: sumWh(open.map(({ contractedWh }) => contractedWh)),
    used: wh(open.reduce<bigint>((sum, { usedWh }) => sum + sumWh(usedWh), 0n)),
    charged: micro(open.reduce<bigint>((sum, { total }) => sum + total, 0n)),
  }
}
