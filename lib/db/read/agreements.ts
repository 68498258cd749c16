/** Agreements, seen from either side. */
import { sumWh } from '@/lib/domain/metering/register-values'
import { MONTHS } from '@/lib/domain/agreements/terms'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { asViewer, type Tx, type Viewer } from '../client'
import { microOf, registersOf, whOf } from '../stored/amounts'
import { laterRuns, totalAfter, usedAfter } from './bill-runs'
import { labelsOf, namesOf } from './names'

export interface YearToDate {
  usedWh: Wh
  total: Micro
  bills: number
}

export interface AgreementRow {
  id: string
  consumer: string
  consumerName: string | null
  retailer: string
  retailerName: string | null
  offerId: string
  offerName: string
  meterId: string
  meterLabel: string | null
  start: number
  /** Of each month, counted from `start` and repeated. */
  contractedWh: Wh[]
  termPeriods: number
  /** Settled so far. */
  periods: number
  settledUntil: number
  /** Where a switch or a notice cuts the term, and what that costs; null if nothing does. */
  endsAt: number | null
  exitFee: Micro
  /** The agreement that follows where this one ends; null if none. */
  successor: string | null
  /** The agreement that ends where this one starts; the zero hash if there was none. */
  replaces: string
  endedAt: number | null
  deposit: Micro
  status: 'pending' | 'active' | 'ended'
  signedAt: number
  txHash: string
  /** Bills of the contract year that the latest one belongs to, as they are now. */
  yearToDate?: YearToDate
}

/** The latest start first. */
export async function agreementsOfConsumer(viewer: Viewer): Promise<AgreementRow[]> {
  return asViewer(viewer, (tx) => agreementsIn(tx, { consumer: viewer.address.toLowerCase() }))
}

/** The agreements a retailer sold: one row each, the latest start first. */
export async function customersOfRetailer(viewer: Viewer): Promise<AgreementRow[]> {
  return asViewer(viewer, (tx) => agreementsIn(tx, { retailer: viewer.address.toLowerCase() }))
}

/** Null also if it is somebody else's. */
export async function getAgreement(viewer: Viewer, id: string): Promise<AgreementRow | null> {
  const [agreement] = await asViewer(viewer, (tx) => agreementsIn(tx, { id: id.toLowerCase() }))
  return agreement ?? null
}

async function agreementsIn(
  tx: Tx,
  where: { id?: string; consumer?: string; retailer?: string },
): Promise<AgreementRow[]> {
  const rows = await tx.agreement.findMany({
    where,
    orderBy: [{ start: 'desc' }, { signedAt: 'desc' }, { id: 'asc' }],
    omit: { nonce: true, expiry: true, blockNumber: true, signature: true },
  })
  const names = await namesOf(
    tx,
    rows.flatMap(({ consumer, retailer }) => [consumer, retailer]),
  )
  const labels = await labelsOf(
    tx,
    rows.map(({ meterId }) => meterId),
  )
  const offers = await offerNames(
    tx,
    rows.map(({ offerId }) => offerId),
  )
  const years = await yearsToDate(
    tx,
    rows.map(({ id }) => id),
  )
  const now = Math.floor(Date.now() / 1000)
  return rows.map(({ contractedWh, ...row }) => ({
    ...row,
    consumerName: names.get(row.consumer) ?? null,
    retailerName: names.get(row.retailer) ?? null,
    offerName: offers.get(row.offerId) ?? '',
    meterLabel: labels.get(row.meterId) ?? null,
    start: Number(row.start),
    contractedWh: contractedWh.map(whOf),
    settledUntil: Number(row.settledUntil),
    endsAt: row.endsAt === null ? null : Number(row.endsAt),
    exitFee: microOf(row.exitFee),
    endedAt: row.endedAt === null ? null : Number(row.endedAt),
    deposit: microOf(row.deposit),
    status: row.endedAt !== null ? 'ended' : Number(row.start) > now ? 'pending' : 'active',
    signedAt: Number(row.signedAt),
    yearToDate: years.get(row.id),
  }))
}

export async function offerNames(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } }
  const rows = await tx.offer.findMany({ where, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function yearsToDate(tx: Tx, agreementIds: string[]): Promise<ReadonlyMap<string, YearToDate>> {
  const bills = await tx.bill.findMany({
    where: { agreementId: { in: agreementIds } },
    orderBy: [{ start: 'asc' }, { run: 'asc' }],
    select: { id: true, agreementId: true, usedWh: true, total: true },
  })
  const runs = await laterRuns(
    tx,
    bills.map(({ id }) => id),
  )
  const byAgreement = new Map<string, { used: bigint; total: bigint }[]>()
  for (const { id, agreementId, usedWh, total } of bills) {
    const later = runs.get(id) ?? []
    const used = sumWh(usedAfter(registersOf(usedWh), later))
    const bill = { used, total: totalAfter(microOf(total), later) }
    byAgreement.set(agreementId, [...(byAgreement.get(agreementId) ?? []), bill])
  }
  return new Map([...byAgreement].map(([id, all]) => [id, contractYear(all)]))
}

function contractYear(bills: { used: bigint; total: bigint }[]): YearToDate {
  const year = bills.slice(Math.floor((bills.length - 1) / MONTHS) * MONTHS)
  const usedWh = wh(year.reduce((sum, { used }) => sum + used, 0n))
  const total = micro(year.reduce((sum, bill) => sum + bill.total, 0n))
  return { usedWh, total, bills: year.length }
}
