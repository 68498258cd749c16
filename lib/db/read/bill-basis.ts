/** What a settled bill rests on, for the follower. */
import type { Year } from '@/lib/domain/billing/annual'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { Offer } from '@/lib/domain/offers/offer'
import type { BillReads } from '@/lib/domain/settlement/revision'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { micro, watt, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { microOf, registersOf, whOf, wholeOf } from '../stored/amounts'
import { offerFromJson, pricingFromJson } from '../stored/offer'
import { formerMeterIn, openingReadIn, recordedReadIn } from './exchanges'
import { laterRuns, totalAfter, usedAfter } from './bill-runs'
import { tariffIn } from './tariffs'

export interface BillBasis {
  consumer: string
  retailer: string
  offerId: string
  meterId: string
  offer: Offer
  /** Null: a formula this version does not know. */
  pricing: Pricing | null
  table: TariffTable
  /** Of each month, counted from the start and repeated. */
  contracted: readonly Wh[]
  exitFee: Micro
  termPeriods: number
  /** Where a switch or a notice cuts the term; null if nothing does. */
  endsAt: number | null
  meter: CountingMeter
  /** The reads at both ends as they are known now; null if one is not known. */
  reads: BillReads | null
}

/** Null if the agreement, its offer or the tariff table is not known. */
export async function billBasis(
  tx: Tx,
  { agreementId, start, end }: { agreementId: string; start: number; end: number },
): Promise<BillBasis | null> {
  const agreement = await tx.agreement.findUnique({ where: { id: agreementId } })
  if (!agreement) return null
  const { consumer, retailer, offerId, meterId } = agreement
  const row = await tx.offer.findUnique({ where: { id: offerId } })
  if (!row) return null
  const offer = offerFromJson(row.offer)
  const table = await tariffIn(tx, { region: offer.region, voltageClass: offer.voltageClass, at: start })
  if (!table) return null
  return {
    consumer,
    retailer,
    offerId,
    meterId,
    offer,
    pricing: row.pricing === null ? null : pricingFromJson(row.pricing),
    table,
    contracted: agreement.contractedWh.map(whOf),
    exitFee: microOf(agreement.exitFee),
    termPeriods: agreement.termPeriods,
    endsAt: agreement.endsAt === null ? null : Number(agreement.endsAt),
    meter: (await formerMeterIn(tx, meterId, end)) ?? (await meterIn(tx, meterId)),
    reads: await readsIn(tx, meterId, { start, end }),
  }
}

async function meterIn(tx: Tx, id: string): Promise<CountingMeter> {
  const select = { digits: true, multiplier: true, capacityW: true }
  const { capacityW, ...dial } = await tx.meter.findUniqueOrThrow({ where: { id }, select })
  return { ...dial, capacity: watt(wholeOf(capacityW)) }
}

async function readsIn(
  tx: Tx,
  meterId: string,
  { start, end }: { start: number; end: number },
): Promise<BillReads | null> {
  const [opening, closing] = [await openingReadIn(tx, meterId, start), await recordedReadIn(tx, meterId, end)]
  return opening && closing && { opening, closing }
}

/** The settled period that ends at an instant, of which there is one in an agreement at most. */
export async function billEndingAt(
  tx: Tx,
  { agreementId, end }: { agreementId: string; end: number },
): Promise<{ start: number; end: number } | null> {
  const row = await tx.bill.findFirst({ where: { agreementId, run: 0, end: BigInt(end) }, select: { start: true } })
  return row && { start: Number(row.start), end }
}

/**
 * Totals of the bills of a contract year on annual basis that came before one, as they are after their revisions. None of them
 * has a deviation or an exit fee, so their totals are what energy and regulated lines charged.
 * @param months How many there are.
 */
export async function yearBefore(
  tx: Tx,
  { agreementId, start, months }: { agreementId: string; start: number; months: number },
): Promise<Year> {
  const rows = await tx.bill.findMany({
    where: { agreementId, run: 0, start: { lt: BigInt(start) } },
    orderBy: { start: 'desc' },
    take: months,
    select: { id: true, contractedWh: true, usedWh: true, total: true },
  })
  const runs = await laterRuns(
    tx,
    rows.map(({ id }) => id),
  )
  const runsOf = (id: string) => runs.get(id) ?? []
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
  return {
    contracted: wh(sum(rows.map(({ contractedWh }) => whOf(contractedWh)))),
    used: wh(sum(rows.map(({ id, usedWh }) => sumWh(usedAfter(registersOf(usedWh), runsOf(id)))))),
    charged: micro(sum(rows.map(({ id, total }) => totalAfter(microOf(total), runsOf(id))))),
  }
}

export interface AgreementSides {
  consumer: string
  retailer: string
  settledUntil: number
}

export async function sidesOf(tx: Tx, agreementId: string): Promise<AgreementSides | null> {
  const select = { consumer: true, retailer: true, settledUntil: true }
  const row = await tx.agreement.findUnique({ where: { id: agreementId }, select })
  return row && { ...row, settledUntil: Number(row.settledUntil) }
}
