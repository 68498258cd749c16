/** A bill worked out again from its file alone: the reads, the signed terms, the offer and the tariff table. Safe for the client. */
import { prorated } from '@/lib/domain/agreements/proration'
import { closesYear, contractedFor } from '@/lib/domain/agreements/terms'
import { close, draft, type Bill } from '@/lib/domain/billing/bill'
import type { BillLine } from '@/lib/domain/billing/lines'
import { moved, NO_SURPLUS } from '@/lib/domain/billing/surplus'
import { advance, possibleAdvance } from '@/lib/domain/metering/advance'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import { sumWh } from '@/lib/domain/metering/register-values'
import { determinantsOf, NOT_ATTESTED } from '@/lib/domain/offers/determinants'
import { costOf, type Pricing } from '@/lib/domain/offers/formulas/registry'
import { micro, type Micro, type Wh } from '@/lib/domain/units/units'
import { formulaNameOf, pricingFromParams } from '../formula'
import type { BillMarket } from './chain-word'
import type { BillFile, RevisedRun, SettledRun } from './file'
import { yearAt, yearTimeline, type YearStep } from './year'

/** A run as it should be; null where that cannot be worked out at all. */
export interface RunAgain {
  contracted: Wh | null
  used: RegisterValues<Wh> | null
  reversed: readonly BillLine[] | null
  lines: readonly BillLine[] | null
}

export interface BillAgain {
  /** Null if the offer's formula is none of this market, or its parameters are none of the formula. */
  pricing: Pricing | null
  /** Whether the bill closes a contract year on annual basis, and so has to carry the year's true-up if there is one. */
  closes: boolean
  /** In the order of the file. */
  runs: RunAgain[]
  /** The months of the contract year in the order in which they were counted; null where the file does not tell them. */
  timeline: readonly YearStep[] | null
  /** Of the newest lines. */
  total: Micro | null
}

const NOTHING: RunAgain = { contracted: null, used: null, reversed: null, lines: null }

export function billAgain(file: BillFile, market: BillMarket): BillAgain {
  const pricing = pricingIn(file, market)
  const closes = closesContractYear(file)
  const months = file.runs.map((run) => (run.kind === 'trueUp' ? null : monthAgain(file, run, pricing)))
  const timeline = yearTimeline(file, months)
  /** The month's lines and the true-up line, as they stand after each run. */
  let month: readonly BillLine[] | null = null
  let trueUp: readonly BillLine[] | null = []
  const runs = file.runs.map((run, position): RunAgain => {
    if (run.kind === 'trueUp') {
      const before = closes ? trueUpLines(file, yearAt(timeline, run, 'before')) : null
      trueUp = closes ? trueUpLines(file, yearAt(timeline, run, 'after')) : null
      return { ...NOTHING, reversed: before, lines: trueUp }
    }
    const again = months[position] ?? null
    const reversed = run.kind === 'revised' ? month : []
    month = again && again.bill.lines
    const { contracted = null, used = null } = again ?? {}
    if (run.kind === 'revised') return { contracted, used, reversed, lines: month }
    if (closes) trueUp = trueUpLines(file, yearAt(timeline, run, 'after'))
    return { contracted, used, reversed, lines: month && trueUp && [...month, ...trueUp] }
  })
  return { pricing, closes, timeline, runs, total: month && trueUp && sumOf([...(month as BillLine[]), ...trueUp]) }
}

export interface MonthAgain {
  contracted: Wh
  used: RegisterValues<Wh>
  bill: Bill
  /** Energy and regulated lines: what the month adds to its contract year. */
  charged: Micro
}

function pricingIn({ offer: { content } }: BillFile, { contracts }: BillMarket): Pricing | null {
  const formula = formulaNameOf(contracts, content.formula)
  if (!formula) return null
  return orNull(() => pricingFromParams(formula, content.formulaParams))
}

export function closesContractYear({ offer, agreement: { endsHere }, index, runs: [{ closing }] }: BillFile): boolean {
  const { deviation, termPeriods } = offer.content
  return (
    deviation.ruleBasis === 'Annual' &&
    closesYear({ termPeriods, endsAt: endsHere ? closing.time : null }, { index, end: closing.time })
  )
}

/** The rules refuse what no meter and no tariff can give, some by throwing: then there is no such bill. */
function monthAgain(file: BillFile, run: SettledRun | RevisedRun, pricing: Pricing | null): MonthAgain | null {
  const { meter, tariff, agreement, index, exit, indexCost } = file
  const { table } = tariff
  const { opening, closing, surplus = NO_SURPLUS } = run
  const elapsed = closing.time - opening.time
  if (!pricing || elapsed <= 0 || table.end <= table.start) return null
  return orNull(() => {
    const possible = possibleAdvance(meter.capacity, elapsed, meter.multiplier)
    const advanced = advance(opening, closing, meter, possible)
    if (!advanced.ok) return null
    const { used } = advanced.value
    const { content: offer } = file.offer
    const whole = table.end - table.start
    const contracted = moved(prorated(contractedFor(agreement.terms, index), elapsed, whole), surplus)
    const metered = {
      registers: used,
      maxDemand: closing.maxDemand,
      capacity: meter.capacity,
      indexCost: indexCost ?? NOT_ATTESTED,
    }
    const cost = costOf(pricing, { ...determinantsOf(metered, offer.deviation, table), elapsed })
    const exitFee = exit ? offer.exitFee : micro(0n)
    const bill = draft(offer, table, { contracted, registers: used, cost, taken: surplus.taken, exitFee })
    return { contracted, used, bill, charged: micro(bill.total - exitFee) }
  })
}

function trueUpLines(
  { offer, tariff }: BillFile,
  year: { contracted: bigint; used: bigint; charged: bigint } | null,
): readonly BillLine[] | null {
  if (!year) return null
  const nothing: Bill = { lines: [], total: micro(0n), paid: {} as Bill['paid'] }
  return orNull(() => close(offer.content, tariff.table, year as Parameters<typeof close>[2], nothing).lines)
}

export function sumOf(lines: readonly { amount: bigint }[]): Micro {
  return micro(lines.reduce((sum, { amount }) => sum + amount, 0n))
}

export function usedSum(used: RegisterValues<Wh> | null): Wh | null {
  return used && orNull(() => sumWh(used))
}

function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
