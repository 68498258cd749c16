/** Counts days of intervals into register cells. Energies are whole numbers below 2⁵³, checked, so every sum is exact. */
import type { LocalDate } from '../../metering/calendar'
import { dateOfDay } from '../../metering/day-starts'
import { registerIndex } from '../../metering/registers'
import { slotsOf } from '../../metering/slots'
import { Refused } from '../../refused'
import type { ComparedMarket, IntervalIndex, UseHistory } from './compared'
import { EXACT_LIMIT, numbersOf } from './exact-numbers'

const HOUR_MINUTES = 60
const HOUR_S = 3_600
const DAY_MINUTES = 1_440
const DAY_HOURS = 24
const DAY_MS = 86_400_000
/** Above this a year of days might leave the whole numbers that a double holds: 2⁵³ ÷ 2¹⁰. No connection carries it. */
const MOST_WH_A_DAY = 2 ** 43

/** One local day, interval by interval. The lists have at least `count` entries. */
export interface CountedDay {
  /** Days since 1970 on the wall calendar, and its first instant. */
  day: number
  start: number
  minutes: number
  count: number
  importWh: Float64Array
  exportWh: Float64Array
  /** Only its total was known. */
  daily: boolean
}

type Counted = Pick<ComparedMarket, 'calendar' | 'index' | 'demandSeconds' | 'timeZone'>

export interface DayCounter {
  add(day: CountedDay): void
  history(): UseHistory
}

/** Room for at most `most` days. */
export function dayCounter(market: Counted, most: number): DayCounter {
  const days = new Int32Array(most)
  const registers = new Float64Array(most * 5)
  const exported = new Float64Array(most)
  const maxDemand = new Float64Array(most)
  const daily = new Uint8Array(most)
  const indexCost: (bigint | null)[] = []
  const registersOf = registerRows(market)
  const index = market.index && { ...market.index, numbers: numbersOf(market.index.prices) }
  let size = 0
  return {
    add(day) {
      const row = registersOf(day)
      const five = size * 5
      let [used, sent] = [0, 0]
      for (let index = 0; index < day.count; index++) {
        const energy = day.importWh[index] ?? 0
        const cell = five + (row[index] ?? 0)
        registers[cell] = (registers[cell] ?? 0) + energy
        used += energy
        sent += day.exportWh[index] ?? 0
      }
      if (!(used < MOST_WH_A_DAY && sent < MOST_WH_A_DAY)) throw tooMuch(day)
      days[size] = day.day
      exported[size] = sent
      maxDemand[size] = highestDemand(day, market.demandSeconds)
      daily[size] = day.daily ? 1 : 0
      indexCost.push(index && costAtIndex(day, index))
      size += 1
    },
    history: () => ({
      timeZone: market.timeZone,
      days: days.slice(0, size),
      registers: registers.slice(0, size * 5),
      exported: exported.slice(0, size),
      maxDemand: maxDemand.slice(0, size),
      daily: daily.slice(0, size),
      indexCost,
    }),
  }
}

function tooMuch({ day, start }: CountedDay): Refused {
  return new Refused('UseTooLarge', {
    what: `the use of ${dateOfDay(day)} is more than ${MOST_WH_A_DAY} Wh`,
    todo: 'Check the unit of the file.',
    at: start,
  })
}

/** The register of each interval of a day. Plain days of one month share a row; only where the clocks change is each asked. */
function registerRows({ calendar, timeZone }: Counted): (day: CountedDay) => Uint8Array {
  const rows = new Map<number, Uint8Array>()
  return ({ day, minutes, count }) => {
    const month = new Date(day * DAY_MS).getUTCMonth() + 1
    const isPlain = count * minutes === DAY_MINUTES
    const key = month * DAY_MINUTES + minutes
    const known = isPlain ? rows.get(key) : undefined
    if (known) return known
    const date = dateOfDay(day)
    const row = new Uint8Array(count)
    for (const [index, minute] of minutesOf(date, { minutes, count, isPlain, timeZone }).entries()) {
      const [from, to] = [minute, minute + minutes - 1].map((at) => Math.floor(at / HOUR_MINUTES) % DAY_HOURS)
      row[index] = registerIndex(calendar, { month, hour: from ?? 0 })
      for (let hour = from ?? 0; hour !== to; hour = (hour + 1) % DAY_HOURS) {
        const next = registerIndex(calendar, { month, hour: (hour + 1) % DAY_HOURS })
        if (next !== row[index]) throw windowCuts(date)
      }
    }
    if (isPlain) rows.set(key, row)
    return row
  }
}

function windowCuts(date: LocalDate): Refused {
  return new Refused('WindowCutsInterval', {
    what: `an interval of ${date} lies on two registers`,
    todo: 'Use intervals that start and end with an hour of the wall clock, or finer ones.',
  })
}

function minutesOf(
  day: LocalDate,
  { minutes, count, isPlain, timeZone }: { minutes: number; count: number; isPlain: boolean; timeZone: string },
): number[] {
  if (isPlain) return Array.from({ length: count }, (_, index) => index * minutes)
  const slots = slotsOf({ day, minutes }, timeZone)
  if (slots.length !== count) throw new RangeError(`${day} has ${slots.length} intervals of ${minutes} minutes`)
  return slots.map(({ minute }) => minute)
}

/** Mean power of the block that took most, in whole W, rounded down as a meter does. Blocks start with the day. */
function highestDemand({ minutes, count, importWh }: CountedDay, demandSeconds: number | null): number {
  const seconds = minutes * HOUR_MINUTES
  const perBlock = Math.max(1, Math.floor((demandSeconds ?? seconds) / seconds))
  let most = 0
  for (let from = 0; from < count; from += perBlock) {
    let energy = 0
    for (let index = from; index < Math.min(from + perBlock, count); index++) energy += importWh[index] ?? 0
    if (energy > most) most = energy
  }
  return Math.floor((most * HOUR_S) / (seconds * perBlock))
}

/** Σ energy × index. Null where the index does not cover the day, or is finer than its intervals. */
function costAtIndex(day: CountedDay, index: IntervalIndex & { numbers: Float64Array }): bigint | null {
  const { start, minutes, count, importWh } = day
  const seconds = minutes * HOUR_MINUTES
  let sum = 0
  let size = 0
  for (let interval = 0; interval < count; interval++) {
    const since = start + interval * seconds - index.start
    const place = Math.floor(since / index.seconds)
    const price = index.numbers[place]
    if (price === undefined || since + seconds > (place + 1) * index.seconds) return null
    const cost = (importWh[interval] ?? 0) * price
    size += Math.abs(cost)
    sum += cost
  }
  // Below it every product and sum was exact (exact-numbers.ts); a larger day is counted in bigints.
  return size < EXACT_LIMIT ? BigInt(sum) : exactCostAtIndex(day, index)
}

function exactCostAtIndex({ start, minutes, count, importWh }: CountedDay, index: IntervalIndex): bigint {
  let sum = 0n
  for (let interval = 0; interval < count; interval++) {
    const since = start + interval * minutes * HOUR_MINUTES - index.start
    sum += BigInt(importWh[interval] ?? 0) * (index.prices[Math.floor(since / index.seconds)] ?? 0n)
  }
  return sum
}
