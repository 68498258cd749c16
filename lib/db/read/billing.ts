/** Bills as the chain settled and revised them: figures are those of the newest run. What a viewer may not see is not there. */
import { linesAfter } from '@/lib/domain/billing/line-differences'
import type { LineKind } from '@/lib/domain/billing/lines'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { asViewer, type StoredJson, type Tx, type Viewer } from '../client'
import { microOf, registersOf, whOf, wholeOf } from '../stored/amounts'
import { paidLineFrom } from '../stored/bill-line'
import { offerNames } from './agreements'
import { laterRuns, restsOnEstimate, totalAfter, usedAfter, type BillRun } from './bill-runs'
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
  /** What the first run charged: the same as the total unless the bill was revised. */
  firstTotal: Micro
  /** When it was last revised; null if never. */
  revisedAt: number | null
  /** Whether it rests on a read that was not measured: it is made again when the true one comes. */
  estimated: boolean
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
  return (await billsWithRuns(tx, where)).map(({ bill }) => bill)
}

export interface BillWithRuns {
  bill: BillRow
  /** After the first, the oldest first. */
  runs: readonly BillRun[]
  /** The reads of the first run as they are stored; null if they were all measured. */
  basis: StoredJson | null
  /** The energy of the first run. */
  firstUsed: RegisterValues<Wh>
}

export async function billsWithRuns(tx: Tx, where: BillWhere): Promise<BillWithRuns[]> {
  const rows = await findBills(tx, where)
  const runs = await laterRuns(
    tx,
    rows.map(({ id }) => id),
  )
  const names = await namesOf(
    tx,
    rows.flatMap(({ consumer, retailer }) => [consumer, retailer]),
  )
  const offers = await offerNames(
    tx,
    rows.map(({ offerId }) => offerId),
  )
  return rows.map(({ lines, basis, ...row }) => {
    const later = runs.get(row.id) ?? []
    const bill = {
      ...row,
      consumerName: names.get(row.consumer) ?? null,
      retailerName: names.get(row.retailer) ?? null,
      offerName: offers.get(row.offerId) ?? '',
      start: Number(row.start),
      end: Number(row.end),
      contractedWh: whOf(row.contractedWh),
      missing: microOf(row.missing),
      due: row.due === null ? null : Number(row.due),
      settledAt: Number(row.settledAt),
      estimated: restsOnEstimate(basis, later),
      ...newestOf({ usedWh: row.usedWh, total: row.total, lines }, later),
    }
    return { bill, runs: later, basis, firstUsed: registersOf(row.usedWh) }
  })
}

type Figures = Pick<BillRow, 'usedWh' | 'total' | 'firstTotal' | 'revisedAt' | 'penalty' | 'excessWh' | 'shortfallWh'>

function newestOf(
  { usedWh, total, lines }: Pick<Found, 'usedWh' | 'total' | 'lines'>,
  runs: readonly BillRun[],
): Figures {
  const firstTotal = microOf(total)
  const newest = runs.at(-1)
  const first = lines.map(paidLineFrom)
  return {
    usedWh: usedAfter(registersOf(usedWh), runs),
    total: totalAfter(firstTotal, runs),
    firstTotal,
    revisedAt: newest?.settledAt ?? null,
    ...deviationOf(linesAfter(first, runs)),
  }
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
  return tx.bill.findMany({
    where,
    orderBy,
    include: { lines: deviation },
    omit: { grid: true, run: true, indexCost: true },
  })
}

type Found = Awaited<ReturnType<typeof findBills>>[number]
type CountedLine = { kind: string; quantity: Wh; amount: Micro }

function deviationOf(lines: readonly CountedLine[]): Pick<BillRow, 'penalty' | 'excessWh' | 'shortfallWh'> {
  const of = (kinds: string[]) => lines.filter(({ kind }) => kinds.includes(kind))
  const energy = (kinds: string[]) => wh(of(kinds).reduce<bigint>((sum, { quantity }) => sum + quantity, 0n))
  const penalty = micro(of([...EXCESS, ...SHORTFALL]).reduce<bigint>((sum, { amount }) => sum + amount, 0n))
  return { penalty, excessWh: energy(EXCESS), shortfallWh: energy(SHORTFALL) }
}

/** What each bill the viewer may see is for it, revisions included, by bill: a retailer's income. */
export async function incomeOfBills(viewer: Viewer): Promise<Map<string, Micro>> {
  const payeeAddress = viewer.address.toLowerCase()
  return asViewer(viewer, async (tx) => {
    const rows = await tx.billLine.groupBy({ by: ['billId'], where: { payeeAddress }, _sum: { amount: true } })
    const income = new Map(rows.map(({ billId, _sum }) => [billId, _sum.amount ? wholeOf(_sum.amount) : 0n]))
    const revised = await tx.billRevision.findMany({ distinct: ['billId'], select: { billId: true } })
    const runs = await laterRuns(
      tx,
      revised.map(({ billId }) => billId),
    )
    for (const [billId, later] of runs) {
      const change = later.reduce((sum, { reversed, lines }) => sum + paidTo(lines) - paidTo(reversed), 0n)
      income.set(billId, (income.get(billId) ?? 0n) + change)
    }
    return new Map([...income].map(([billId, amount]) => [billId, micro(amount)]))
  })
  function paidTo(lines: BillRun['lines']): bigint {
    return lines.reduce((sum, line) => (line.payeeAddress === payeeAddress ? sum + line.amount : sum), 0n)
  }
}
