/** What the file of a bill is made from, for the consumer who pays it and for nobody else. */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { BilledSurplus } from '@/lib/domain/billing/surplus'
import { MONTHS } from '@/lib/domain/agreements/terms'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { Offer } from '@/lib/domain/offers/offer'
import type { BillReads } from '@/lib/domain/settlement/revision'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, watt, type Micro, type SignedNano, type Wh } from '@/lib/domain/units/units'
import { asViewer, type Tx, type Viewer } from '../client'
import { microOf, registersOf, whOf, wholeOf } from '../stored/amounts'
import { paidLineFrom } from '../stored/bill-line'
import { billReadsFromJson } from '../stored/bill-reads'
import { offerFromJson } from '../stored/offer'
import { linesFromJson } from '../stored/purchase'
import { tariffFromJson } from '../stored/tariff'
import { termsFromRow } from '../stored/terms'
import type { PaidLine } from '../write/billing'
import { totalAfter, laterRuns } from './bill-runs'
import { exchangesFrom, formerMeterIn, openingReadIn, recordedReadIn } from './exchanges'

export interface RecordedRead {
  read: Read
  /** Null if nobody can tell where it was recorded. */
  transaction: Hex | null
}

export interface RunRow {
  kind: 'settled' | 'revised' | 'trueUp'
  transaction: Hex
  block: number
  log: number | null
  time: number
  /** Null for a true-up alone. */
  reads: { opening: RecordedRead; closing: RecordedRead } | null
  used: RegisterValues<Wh> | null
  /** Null where there was none. */
  surplus: BilledSurplus | null
  reversed: PaidLine[]
  lines: PaidLine[]
}

export interface MonthRow {
  index: number
  contracted: Wh
  runs: { transaction: Hex; block: number; log: number | null; used: Wh; charged: Micro }[]
}

export interface BillFileRow {
  agreement: { id: Hex; transaction: Hex; endsHere: boolean; terms: Terms }
  offer: { name: string; transaction: Hex; content: Offer }
  tariff: { transaction: Hex; table: TariffTable }
  /** Null to those who may not see the meter any more. */
  meter: CountingMeter | null
  index: number
  exit: boolean
  indexCost: SignedNano | null
  contracted: Wh
  total: Micro
  runs: RunRow[]
  /** Months of the contract year before this one. */
  year: MonthRow[]
}

/** Null if there is no such bill, if it is somebody else's, or if its reads may not be seen. @param id `agreementId-start` */
export async function billFileRow(viewer: Viewer, id: string): Promise<BillFileRow | null> {
  const consumer = viewer.address.toLowerCase()
  return asViewer(viewer, async (tx) => {
    const bill = await billIn(tx, { id: id.toLowerCase(), consumer })
    return bill && rowIn(tx, bill)
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof billIn>>>

function billIn(tx: Tx, where: { id: string; consumer: string }) {
  return tx.bill.findFirst({ where, include: { lines: { orderBy: { position: 'asc' } } } })
}

async function rowIn(tx: Tx, bill: Found): Promise<BillFileRow | null> {
  const agreement = await tx.agreement.findUnique({ where: { id: bill.agreementId } })
  const offer = await tx.offer.findUnique({ where: { id: bill.offerId } })
  if (!agreement || !offer) return null
  const content = offerFromJson(offer.offer)
  const tariff = await publishedTable(tx, content, bill.start)
  const runs = await runsOf(tx, bill)
  if (!tariff || !runs) return null
  const months = await monthsBefore(tx, bill)
  return {
    agreement: {
      id: agreement.id as Hex,
      transaction: agreement.txHash as Hex,
      endsHere: agreement.endsAt === bill.end,
      terms: termsFromRow(agreement),
    },
    offer: { name: offer.name, transaction: offer.txHash as Hex, content },
    tariff,
    meter: await meterAt(tx, bill),
    index: months.length,
    exit: bill.lines.some(({ kind }) => kind === 'ExitFee'),
    indexCost: bill.indexCost === null ? null : (wholeOf(bill.indexCost) as SignedNano),
    contracted: whOf(bill.contractedWh),
    total: totalAfter(microOf(bill.total), (await laterRuns(tx, [bill.id])).get(bill.id) ?? []),
    runs,
    year: months.slice(months.length - (months.length % MONTHS)),
  }
}

async function publishedTable(
  tx: Tx,
  { region, voltageClass }: Offer,
  at: bigint,
): Promise<BillFileRow['tariff'] | null> {
  const where = { region: BigInt(region), voltageClass, start: { lte: at }, end: { gt: at } }
  const row = await tx.tariffTable.findFirst({ where })
  return row && { transaction: row.txHash as Hex, table: tariffFromJson(row.table) }
}

async function meterAt(tx: Tx, { meterId, end }: Found): Promise<CountingMeter | null> {
  const former = await formerMeterIn(tx, meterId, Number(end))
  if (former) return { digits: former.digits, multiplier: former.multiplier, capacity: former.capacity }
  const row = await tx.meter.findUnique({ where: { id: meterId } })
  return row && { digits: row.digits, multiplier: row.multiplier, capacity: watt(wholeOf(row.capacityW)) }
}

async function runsOf(tx: Tx, bill: Found): Promise<RunRow[] | null> {
  const known = await knownReads(tx, bill)
  let reads = bill.basis === null ? known : billReadsFromJson(bill.basis)
  if (!reads) return null
  const first: RunRow = {
    kind: 'settled',
    transaction: bill.txHash as Hex,
    block: Number(bill.blockNumber),
    log: null,
    time: Number(bill.settledAt),
    reads: await located(tx, bill, reads),
    used: registersOf(bill.usedWh),
    surplus: surplusIn(bill, bill.takenWh),
    reversed: [],
    lines: bill.lines.map(paidLineFrom),
  }
  const runs = [first]
  const orderBy = [{ blockNumber: 'asc' }, { logIndex: 'asc' }] as const
  for (const row of await tx.billRevision.findMany({ where: { billId: bill.id }, orderBy: [...orderBy] })) {
    const whole = row.usedWh.length > 0
    if (whole && row.basis !== null) reads = billReadsFromJson(row.basis)
    runs.push({
      kind: whole ? 'revised' : 'trueUp',
      transaction: row.txHash as Hex,
      block: Number(row.blockNumber),
      log: row.logIndex,
      time: Number(row.settledAt),
      reads: whole ? await located(tx, bill, reads) : null,
      used: whole ? registersOf(row.usedWh) : null,
      surplus: whole ? surplusIn(bill, row.takenWh) : null,
      reversed: linesFromJson(row.reversed),
      lines: linesFromJson(row.lines),
    })
  }
  return runs
}

/** What was traded is the same for all runs of a period. */
function surplusIn({ boughtWh, soldWh }: Found, takenWh: Found['takenWh']): BilledSurplus | null {
  const surplus = { bought: whOf(boughtWh), sold: whOf(soldWh), taken: whOf(takenWh) }
  return Object.values(surplus).some((energy) => energy > 0n) ? surplus : null
}

async function knownReads(tx: Tx, { meterId, start, end }: Found): Promise<BillReads | null> {
  const opening = await openingReadIn(tx, meterId, Number(start))
  const closing = await recordedReadIn(tx, meterId, Number(end))
  return opening && closing && { opening, closing }
}

async function located(tx: Tx, bill: Found, { opening, closing }: BillReads): Promise<NonNullable<RunRow['reads']>> {
  return {
    opening: { read: opening, transaction: await whereOpening(tx, bill, opening) },
    // An estimate that was corrected since was recorded by the settlement itself.
    closing: { read: closing, transaction: (await whereRecorded(tx, bill, closing)) ?? (bill.txHash as Hex) },
  }
}

/** An estimate that was corrected since closed the bill before, if the viewer may see that one. */
async function whereOpening(tx: Tx, bill: Found, opening: Read): Promise<Hex | null> {
  const exchange = (await exchangesFrom(tx, bill.meterId, opening.time)).at(-1)
  if (exchange && exchange.carried.sequence === opening.sequence) return exchange.txHash as Hex
  const recorded = await whereRecorded(tx, bill, opening)
  if (recorded) return recorded
  const before = await tx.bill.findFirst({
    where: { meterId: bill.meterId, end: bill.start, run: 0 },
    select: { txHash: true },
  })
  return before && (before.txHash as Hex)
}

/** Of the read that stands now; null if it is another one. */
async function whereRecorded(tx: Tx, { meterId }: Found, { time, sequence, quality }: Read): Promise<Hex | null> {
  const row = await tx.meterRead.findUnique({ where: { meterId_time: { meterId, time: BigInt(time) } } })
  const isIt = row && Number(row.sequence) === sequence && row.quality === quality
  return isIt ? (row.txHash as Hex) : null
}

/** All bills of the agreement before this one, each with what its runs added to the contract year. */
async function monthsBefore(tx: Tx, { agreementId, start }: Found): Promise<MonthRow[]> {
  const bills = await tx.bill.findMany({
    where: { agreementId, run: 0, start: { lt: start } },
    orderBy: { start: 'asc' },
    select: { id: true, contractedWh: true, usedWh: true, total: true, txHash: true, blockNumber: true },
  })
  const revisions = await tx.billRevision.findMany({
    where: { billId: { in: bills.map(({ id }) => id) } },
    orderBy: [{ blockNumber: 'asc' }, { logIndex: 'asc' }],
  })
  return bills.map((bill, index) => ({
    index,
    contracted: whOf(bill.contractedWh),
    runs: [
      {
        transaction: bill.txHash as Hex,
        block: Number(bill.blockNumber),
        log: null,
        used: sumWh(registersOf(bill.usedWh)),
        // None of these months has a deviation or an exit fee: see yearBefore in bill-basis.ts.
        charged: microOf(bill.total),
      },
      ...revisions
        .filter(({ billId, usedWh }) => billId === bill.id && usedWh.length > 0)
        .map((row) => ({
          transaction: row.txHash as Hex,
          block: Number(row.blockNumber),
          log: row.logIndex,
          used: sumWh(registersOf(row.usedWh)),
          charged: micro(linesFromJson(row.lines).reduce<bigint>((sum, { amount }) => sum + amount, 0n)),
        })),
    ],
  }))
}
