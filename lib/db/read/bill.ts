/** One bill with everything it can be recomputed from. */
import { linesAfter } from '@/lib/domain/billing/line-differences'
import { surplusSavings, type SurplusSavings } from '@/lib/domain/billing/surplus-savings'
import type { BilledSurplus } from '@/lib/domain/billing/surplus'
import type { Read } from '@/lib/domain/metering/read'
import { determinantsOf } from '@/lib/domain/offers/determinants'
import { costOf } from '@/lib/domain/offers/formulas/registry'
import type { BillReads } from '@/lib/domain/settlement/revision'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { sumWh } from '@/lib/domain/metering/register-values'
import { micro, signedNano, watt, type Micro, type SignedNano, type Watt, type Wh } from '@/lib/domain/units/units'
import { asViewer, type Tx, type Viewer } from '../client'
import { whOf, wholeOf } from '../stored/amounts'
import { paidLineFrom } from '../stored/bill-line'
import { billReadsFromJson } from '../stored/bill-reads'
import type { MeterExchange } from '../stored/exchange'
import type { PaidLine } from '../write/billing'
import { readsOfNewest, type BillRun } from './bill-runs'
import { billsIn, billsWithRuns, type BillRow, type BillWithRuns } from './billing'
import { exchangesFrom, formerMeterIn, openingReadIn, recordedReadIn } from './exchanges'
import { labelsOf, namesOf } from './names'
import { offersById, type OfferRow } from './offers'
import { tariffIn } from './tariffs'

export interface BillLineRow extends PaidLine {
  payeeName: string | null
}

/** A run after the first, as a page shows it. */
export interface NamedRun extends Omit<BillRun, 'reversed' | 'lines'> {
  reversed: BillLineRow[]
  lines: BillLineRow[]
  /** Of what this run gives back: not paid yet by those who got too much. */
  stillOwed: Micro
}

export interface BillDetail extends BillRow {
  /** Of the newest run. */
  lines: BillLineRow[]
  /** The runs after the first, the oldest first: each is the reversal of the one before and what takes its place. */
  runs: NamedRun[]
  /** The reads of the first run, if one of them was not measured. */
  firstReads: BillReads | null
  /** The energy of the first run. */
  firstUsed: Wh
  /** Whether a true read has come that the newest run does not know yet. */
  trueReadCame: boolean
  offer: OfferRow
  table: TariffTable
  /** Of the newest run. Null to those who may not see the meter at that time. */
  opening: Read | null
  closing: Read | null
  /** Meters that were exchanged in the bill's time, in order. */
  exchanges: MeterExchange[]
  /** The transformer ratio of the meter that the closing read is of; null to those who may not see it. */
  multiplier: number | null
  meterLabel: string | null
  /** What surplus did to the newest run, and what that saved; null if it did nothing. */
  surplus: { traded: BilledSurplus; saved: SurplusSavings | null } | null
  /** The same meter's bill about a year before, if the viewer may see it. */
  lastYear: BillRow | null
}

const DAY_S = 86_400

/** Null also if it is somebody else's. @param id `agreementId-start` */
export async function getBill(viewer: Viewer, id: string): Promise<BillDetail | null> {
  return asViewer(viewer, async (tx) => {
    const [found] = await billsWithRuns(tx, { id: id.toLowerCase() })
    return found ? detailIn(tx, found) : null
  })
}

async function detailIn(tx: Tx, { bill, runs: later, basis, firstUsed }: BillWithRuns): Promise<BillDetail> {
  const offer = (await offersById(tx, [bill.offerId])).get(bill.offerId)
  if (!offer) throw new Error(`bill ${bill.id} is under an offer that has no row`)
  const { region, voltageClass } = offer.offer
  const table = await tariffIn(tx, { region, voltageClass, at: bill.start })
  if (!table) throw new Error(`bill ${bill.id} was settled with a tariff table that has no row`)
  const runs = await namedRuns(tx, bill, later)
  const lines = await namedLines(tx, linesAfter(await linesIn(tx, bill.id), runs))
  const reads = readsOfNewest(basis, runs)
  const known = {
    opening: await openingReadIn(tx, bill.meterId, bill.start),
    closing: await recordedReadIn(tx, bill.meterId, bill.end),
  }
  const { opening, closing } = reads ?? known
  const trueReadCame =
    reads !== null && (isBetter(known.opening, reads.opening) || isBetter(known.closing, reads.closing))
  const firstReads = basis === null ? null : billReadsFromJson(basis)
  const labels = await labelsOf(tx, [bill.meterId])
  const lastYear = await yearBefore(tx, bill)
  const dial = await dialIn(tx, bill)
  const found = await surplusIn(tx, bill.id)
  const rested = { bill, offer, table, closing, capacity: dial?.capacity ?? null }
  const meterLabel = labels.get(bill.meterId) ?? null
  return {
    ...bill,
    lines,
    runs,
    firstReads,
    firstUsed: sumWh(firstUsed),
    trueReadCame,
    offer,
    table,
    opening,
    closing,
    exchanges: await exchangesFrom(tx, bill.meterId, bill.start),
    multiplier: dial?.multiplier ?? null,
    surplus: found && { traded: found.traded, saved: savedBy(rested, found) },
    meterLabel,
    lastYear,
  }
}

function isBetter(known: Read | null, used: Read): boolean {
  return known !== null && known.quality !== used.quality
}

async function namedRuns(tx: Tx, { consumer }: BillRow, runs: readonly BillRun[]): Promise<NamedRun[]> {
  const named: NamedRun[] = []
  for (const { reversed, lines, ...run } of runs) {
    const debts = await tx.debt.findMany({ where: { txHash: run.txHash, creditor: consumer } })
    const stillOwed = micro(debts.reduce((sum, { amount, paid }) => sum + wholeOf(amount) - wholeOf(paid), 0n))
    const [before, after] = [await namedLines(tx, reversed), await namedLines(tx, lines)]
    named.push({ ...run, reversed: before, lines: after, stillOwed })
  }
  return named
}

async function namedLines(tx: Tx, lines: readonly PaidLine[]): Promise<BillLineRow[]> {
  const names = await namesOf(
    tx,
    lines.map(({ payeeAddress }) => payeeAddress),
  )
  return lines.map((line) => ({ ...line, payeeName: names.get(line.payeeAddress) ?? null }))
}

async function linesIn(tx: Tx, billId: string): Promise<PaidLine[]> {
  const rows = await tx.billLine.findMany({ where: { billId }, orderBy: { position: 'asc' } })
  return rows.map(paidLineFrom)
}

async function dialIn(tx: Tx, { meterId, end }: BillRow): Promise<{ multiplier: number; capacity: Watt } | null> {
  const former = await formerMeterIn(tx, meterId, end)
  if (former) return former
  const present = await tx.meter.findUnique({ where: { id: meterId }, select: { multiplier: true, capacityW: true } })
  return present && { multiplier: present.multiplier, capacity: watt(wholeOf(present.capacityW)) }
}

interface FoundSurplus {
  traded: BilledSurplus
  /** Where the price follows an interval index. */
  indexCost: SignedNano | undefined
}

/** Of the newest run: one made from an estimated read takes no credits, the one that replaces it does. */
async function surplusIn(tx: Tx, id: string): Promise<FoundSurplus | null> {
  const select = { boughtWh: true, soldWh: true, takenWh: true, indexCost: true }
  const { boughtWh, soldWh, takenWh, indexCost } = await tx.bill.findUniqueOrThrow({ where: { id }, select })
  const { _max } = await tx.billRevision.aggregate({ where: { billId: id }, _max: { takenWh: true } })
  const traded = { bought: whOf(boughtWh), sold: whOf(soldWh), taken: whOf(_max.takenWh ?? takenWh) }
  if (Object.values(traded).every((energy) => energy === 0n)) return null
  return { traded, indexCost: indexCost === null ? undefined : signedNano(wholeOf(indexCost)) }
}

interface Rested {
  bill: BillRow
  offer: OfferRow
  table: TariffTable
  closing: Read | null
  capacity: Watt | null
}

/** Null to those who may not see the meter: what the energy costs may follow from it. */
function savedBy(
  { bill, offer, table, closing, capacity }: Rested,
  { traded, indexCost }: FoundSurplus,
): SurplusSavings | null {
  if (!closing || capacity === null) return null
  const metered = { registers: bill.usedWh, maxDemand: closing.maxDemand, capacity, indexCost }
  const determinants = determinantsOf(metered, offer.offer.deviation, table)
  const cost = costOf(offer.pricing, { ...determinants, elapsed: bill.end - bill.start })
  return surplusSavings(offer.offer, table, { contracted: bill.contractedWh, registers: bill.usedWh, cost }, traded)
}

/** Months of a year before start within a day of each other: leap years and time zones differ by no more. */
async function yearBefore(tx: Tx, { consumer, meterId, start }: BillRow): Promise<BillRow | null> {
  const around = { gte: BigInt(start - 368 * DAY_S), lt: BigInt(start - 363 * DAY_S) }
  const [found] = await billsIn(tx, { consumer, meterId, start: around })
  return found ?? null
}
