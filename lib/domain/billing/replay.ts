/** Prices a run of intervals under a plan, month by month, line by line. One pass over the intervals, exact throughout. */
import { datesOf, monthBounds } from '../metering/calendar'
import type { IntervalRun } from '../metering/interval-run'
import { localClock, type LocalClock, type LocalTime } from '../metering/local-clock'
import type {
  ContractedEnergy,
  FixedLine,
  FormulaLine,
  MarketPlan,
  Plan,
  PlanLine,
  PlanTariff,
  TaxLine,
} from '../offers/plan'
import { RATIO_ONE } from '../offers/plan'
import { Refused } from '../refused'
import { signedMicro, wh, type SignedMicro } from '../units/units'
import {
  replayLine,
  rounded,
  type ExactLine,
  type ReplayedInterval,
  type ReplayedMonth,
  type ReplayLine,
} from './replay-lines'
import { marketLines, marketMonth, registerMeter, yearMeter, type MarketMonth } from './replay-market'
import { marketPricing } from './replay-quote'
import { fixedLine, lineMeter } from './replay-meters'

export interface ReplayedBill {
  month: ReplayedMonth
  lines: ReplayLine[]
  total: SignedMicro
  /** Plan lines before rounding, in the order of the plan: for the contract to be asked the same. */
  exact: ExactLine[]
  market: MarketMonth | null
}

export interface Published {
  tariffs: readonly PlanTariff[]
  contracted: ContractedEnergy
}

type PlanMeters = ReturnType<typeof metersOf>

export function replay(plan: Plan, run: IntervalRun, published: Published): ReplayedBill[] {
  const meters = metersOf(plan)
  const clock = localClock(plan.timeZone)
  const bills: ReplayedBill[] = []
  let month: OpenMonth | undefined
  for (let index = 0; index < run.importWh.length; index++) {
    const interval = intervalAt(run, index, clock)
    if (!month || month.year !== interval.time.year || month.month !== interval.time.month) {
      if (month) bills.push(closeMonth(plan, meters, closed(month, plan.timeZone), published))
      month = openMonth(interval)
    }
    addTo(month, interval)
    for (const each of meters.all) each.add(interval)
  }
  if (month) bills.push(closeMonth(plan, meters, closed(month, plan.timeZone), published))
  return bills
}

function metersOf(plan: Plan) {
  const energy = new Map(
    plan.lines.flatMap((line) => (hasNoMeter(line) ? [] : [[line.name, lineMeter(line)] as const])),
  )
  const registers = plan.market ? registerMeter(plan.market) : null
  const year = plan.market ? yearMeter(plan.market) : null
  return {
    energy,
    registers,
    year,
    pricing: marketPricing(plan),
    all: [...energy.values(), ...(registers ? [registers] : [])],
  }
}

function hasNoMeter(line: PlanLine): line is FixedLine | FormulaLine | TaxLine {
  return line.kind === 'fixed' || line.kind === 'formula' || line.kind === 'tax'
}

/* MONTHS */

interface OpenMonth {
  year: number
  month: number
  start: number
  seconds: number
  days: number
  lastDay: number
  importWh: bigint
  exportWh: bigint
}

function openMonth({ start, time }: ReplayedInterval): OpenMonth {
  const { year, month } = time
  return { year, month, start, seconds: 0, days: 0, lastDay: Number.NaN, importWh: 0n, exportWh: 0n }
}

function addTo(month: OpenMonth, { seconds, time, importWh, exportWh }: ReplayedInterval): void {
  month.seconds += seconds
  if (time.dayNumber !== month.lastDay) month.days += 1
  month.lastDay = time.dayNumber
  month.importWh += importWh
  month.exportWh += exportWh
}

function closed(month: OpenMonth, timeZone: string): ReplayedMonth {
  const bounds = monthBounds(month, timeZone)
  const february = datesOf({ year: month.year, month: 2 }).length
  return {
    id: `${String(month.year).padStart(4, '0')}-${String(month.month).padStart(2, '0')}`,
    year: month.year,
    elapsed: month.seconds,
    whole: bounds.end - bounds.start,
    start: bounds.start,
    end: bounds.end,
    days: month.days,
    daysInYear: february === 29 ? 366 : 365,
    importWh: wh(month.importWh),
    exportWh: wh(month.exportWh),
  }
}

function intervalAt(run: IntervalRun, index: number, clock: LocalClock): ReplayedInterval {
  const { seconds } = run
  const start = run.start + index * seconds
  const time = clock(start)
  requireOneDay(clock(start + seconds - 60), time, start, seconds)
  return { start, seconds, time, importWh: run.importWh[index] ?? 0n, exportWh: run.exportWh[index] ?? 0n }
}

/** An interval over midnight belongs to no day, and one in which the clocks change to no hour. */
function requireOneDay(last: LocalTime, first: LocalTime, start: number, seconds: number): void {
  if (last.dayNumber === first.dayNumber && last.minute - first.minute === seconds / 60 - 1) return
  throw new Refused('IntervalCrossesDay', {
    what: `the interval at ${new Date(start * 1_000).toISOString()} holds a local midnight or a change of the clocks`,
    todo: 'Use finer intervals, or the time zone the meter keeps.',
    at: start,
  })
}

/* BILLS */

function closeMonth(plan: Plan, meters: PlanMeters, month: ReplayedMonth, published: Published): ReplayedBill {
  const exact = plan.lines.flatMap((line) => {
    if (line.kind === 'tax' || line.kind === 'formula') return []
    return [line.kind === 'fixed' ? fixedLine(line, month) : energyLine(meters, line.name, month)]
  })
  const market = plan.market ? closeMarket(plan.market, meters, month, { exact, published }) : null
  const own = market ? market.lines : []
  const swallowed = new Set(plan.market?.energy)
  const lines = [...own, ...exact.filter(({ name }) => !swallowed.has(name)).map(replayLine)]
  for (const line of plan.lines) if (line.kind === 'tax') lines.push(taxLine(line, lines))
  const total = signedMicro(lines.reduce<bigint>((sum, { amount }) => sum + amount, 0n))
  return { month, lines, total, exact, market: market?.month ?? null }
}

function energyLine(meters: PlanMeters, name: string, month: ReplayedMonth): ExactLine {
  const meter = meters.energy.get(name)
  if (!meter) throw new RangeError(`no meter for line ${name}`)
  return meter.close(month)
}

function closeMarket(
  plan: MarketPlan,
  { registers, year, pricing }: PlanMeters,
  month: ReplayedMonth,
  { exact, published }: { exact: readonly ExactLine[]; published: Published },
): { month: MarketMonth; lines: ReplayLine[] } {
  if (!registers || !year) throw new RangeError('a market plan has a register meter')
  const tariff = tariffOf(published.tariffs, month)
  const contracted = published.contracted(month.id)
  if (contracted === undefined)
    throw notGiven('ContractedMissing', 'contracted energy', 'contracted energy file', month)
  requireWhole(month)
  const lines = exact.filter(({ name }) => plan.energy.includes(name))
  const facts = { month, metered: registers.close(), lines, pricing, tariff, contracted }
  const priced = marketMonth(plan, facts)
  return { month: priced, lines: marketLines(year.add(priced)) }
}

function tariffOf(tariffs: readonly PlanTariff[], month: ReplayedMonth): PlanTariff {
  const [tariff, other] = tariffs.filter(({ from, to }) => from <= month.id && month.id <= to)
  if (!tariff) throw notGiven('TariffMissing', 'tariff table', 'tariff file', month)
  if (other) {
    const todo = 'Give each month to one table of the tariff file.'
    throw new Refused('TariffAmbiguous', { what: `there are two tariff tables for ${month.id}`, todo, at: month.start })
  }
  return tariff
}

function notGiven(name: string, thing: string, file: string, month: ReplayedMonth): Refused {
  const todo = `Add the month to the ${file}, or choose other months with --from and --to.`
  return new Refused(name, { what: `there is no ${thing} for ${month.id}`, todo, at: month.start })
}

/** The market settles whole periods: contracted energy is for a month. */
function requireWhole({ id, elapsed, whole, start }: ReplayedMonth): void {
  if (elapsed === whole) return
  throw new Refused('MonthIncomplete', {
    what: `the file covers ${elapsed} of the ${whole} seconds of ${id}, and contracted energy is for the whole month`,
    todo: 'Choose whole months with --from and --to, or add what is missing.',
    at: start,
  })
}

function taxLine({ name, rate, on }: TaxLine, lines: readonly ReplayLine[]): ReplayLine {
  const taxed = lines.filter((line) => on.includes(line.name)).reduce((sum, { amount }) => sum + amount, 0n)
  const amount = rounded({ cost: taxed * rate, divisor: RATIO_ONE })
  return { name, kind: 'tax', payee: null, quantity: taxed, unit: 'µ', price: rate, rows: [], amount }
}
