/** Bills as the chain settled them. What a viewer may not see is not there. */
import type { LineKind } from '@/lib/domain/billing/lines'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { asViewer, type Tx, type Viewer } from '../client'
import { microOf, registersOf, whOf } from '../stored/amounts'
import { offerNames } from './agreements'
import { namesOf } from './names'

export interface BillRow {
  id: string
  agreementId: string
  offerId: string
  meterId: string
  start: number
  end: number
  consumer: string
  consumerName: string | null
  retailer: string
  retailerName: string | null
  offerName: string
  contractedWh: Wh
  usedWh: RegisterValues<Wh>
  total: Micro
  /** What neither the balance nor the deposit covered when it was settled, and when that was due. */
  missing: Micro
  due: number | null
  /** Excess charge and shortfall penalty. */
  penalty: Micro
  excessWh: Wh
  shortfallWh: Wh
  settledAt: number
  blockNumber: bigint
  txHash: string
}

/** The latest period first. */
export async function billsOfConsumer(viewer: Viewer): Promise<BillRow[]> {
  return asViewer(viewer, (tx) => billsIn(tx, { consumer: viewer.address.toLowerCase() }))
}

/** Bills of the retailer's customers, the latest period first. */
export async function billsOfRetailer(viewer: Viewer): Promise<BillRow[]> {
  return asViewer(viewer, (tx) => billsIn(tx, { retailer: viewer.address.toLowerCase() }))
}

/** The latest period first, within one period by agreement. */
export async function billsIn(tx: Tx, where: BillWhere): Promise<BillRow[]> {
  const rows = await findBills(tx, where)
  const names = await namesOf(
    tx,
    rows.flatMap(({ consumer, retailer }) => [consumer, retailer]),
  )
  const offers = await offerNames(
    tx,
    rows.map(({ offerId }) => offerId),
  )
  return rows.map(({ lines, ...row }) => ({
    ...row,
    consumerName: names.get(row.consumer) ?? null,
    retailerName: names.get(row.retailer) ?? null,
    offerName: offers.get(row.offerId) ?? '',
    start: Number(row.start),
    end: Number(row.end),
    contractedWh: whOf(row.contractedWh),
    usedWh: registersOf(row.usedWh),
    total: microOf(row.total),
    missing: microOf(row.missing),
    due: row.due === null ? null : Number(row.due),
    settledAt: Number(row.settledAt),
    ...deviationOf(lines),
  }))
}

export interface BillWhere {
  id?: string
  consumer?: string
  retailer?: string
  meterId?: string
  start?: { gte: bigint; lt: bigint }
}

/** Of a month, and of the contract year that a bill closes. */
const EXCESS: LineKind[] = ['Excess', 'AnnualExcess']
const SHORTFALL: LineKind[] = ['ShortfallPenalty', 'AnnualShortfall']

function findBills(tx: Tx, where: BillWhere) {
  const deviation = { where: { kind: { in: [...EXCESS, ...SHORTFALL] } } }
  const orderBy = [{ start: 'desc' } as const, { agreementId: 'asc' } as const]
  return tx.bill.findMany({ where, orderBy, include: { lines: deviation }, omit: { grid: true, run: true } })
}

type FoundLine = Awaited<ReturnType<typeof findBills>>[number]['lines'][number]

function deviationOf(lines: FoundLine[]): Pick<BillRow, 'penalty' | 'excessWh' | 'shortfallWh'> {
  const energy = (kinds: string[]) =>
    wh(lines.filter(({ kind }) => kinds.includes(kind)).reduce((sum, line) => sum + whOf(line.quantityWh), 0n))
  const penalty = micro(lines.reduce((sum, line) => sum + microOf(line.amount), 0n))
  return { penalty, excessWh: energy(EXCESS), shortfallWh: energy(SHORTFALL) }
}

/** What the viewer was paid by each bill it may see, by bill: a retailer's income. */
export async function incomeOfBills(viewer: Viewer): Promise<Map<string, Micro>> {
  const payeeAddress = viewer.address.toLowerCase()
  const rows = await asViewer(viewer, (tx) =>
    tx.billLine.groupBy({ by: ['billId'], where: { payeeAddress }, _sum: { amount: true } }),
  )
  return new Map(rows.map(({ billId, _sum }) => [billId, _sum.amount ? microOf(_sum.amount) : micro(0n)]))
}
