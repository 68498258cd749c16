/** How each kind of plan line counts what it charges for, interval by interval, and what it charges for a month. */
import {
  PRICE_ONE,
  RATIO_ONE,
  type DemandLine,
  type Direction,
  type During,
  type EnergyLine,
  type EnergyPart,
} from '../offers/plan'
import type { FixedLine, SeriesLine, TieredLine, TierPeriod, TimeOfUseLine } from '../offers/plan'
import { priceAt } from '../offers/price-series'
import { WH_PER_KWH } from '../units/units'
import type { ExactLine, ReplayedInterval, ReplayedMonth, ReplayRow } from './replay-lines'
import { demandQuote, flatQuote, seriesQuote, tieredQuote, timeOfUseQuote } from './replay-quote'
import { tieredCost, tierParts } from './replay-tiers'

/** Counts one line. `close` gives the month's line and starts the next month. */
export interface LineMeter {
  add(interval: ReplayedInterval): void
  close(month: ReplayedMonth): ExactLine
}

const HOUR_S = 3_600
/** Wh × PlanPrice to Micro. */
const ENERGY_DIVISOR = WH_PER_KWH * PRICE_ONE

export function lineMeter(line: EnergyPart): LineMeter {
  switch (line.kind) {
    case 'energy':
      return energyMeter(line)
    case 'timeOfUse':
      return timeOfUseMeter(line)
    case 'tiers':
      return tierMeter(line)
    case 'demand':
      return demandMeter(line)
    case 'series':
      return seriesMeter(line)
  }
}

/** A charge for time, not for energy. */
export function fixedLine(line: FixedLine, month: ReplayedMonth): ExactLine {
  const { name, kind, price } = line
  const shared = { name, kind, price, rows: [], quote: null } as const
  const days = BigInt(month.days)
  switch (line.per) {
    case 'day':
      return { ...shared, quantity: days, unit: 'days', cost: price * days, divisor: PRICE_ONE }
    case 'year':
      return {
        ...shared,
        quantity: days,
        unit: 'days',
        cost: price * days,
        divisor: PRICE_ONE * BigInt(month.daysInYear),
      }
    case 'month': {
      const [elapsed, whole] = [BigInt(month.elapsed), BigInt(month.whole)]
      return { ...shared, quantity: 1n, unit: 'months', cost: price * elapsed, divisor: PRICE_ONE * whole }
    }
  }
}

/** Charges are positive and credits for export negative. */
function sign(direction: Direction): bigint {
  return direction === 'export' ? -1n : 1n
}

function energyOf(direction: Direction, interval: ReplayedInterval): bigint {
  return direction === 'export' ? interval.exportWh : interval.importWh
}

function counts(during: During | null, { time, seconds }: ReplayedInterval): boolean {
  return during === null || during.calendar.periods[during.calendar.periodAt(time, seconds / 60)] === during.period
}

function energyMeter({ name, kind, direction, during, price }: EnergyLine): LineMeter {
  let energy = 0n
  return {
    add(interval) {
      if (counts(during, interval)) energy += energyOf(direction, interval)
    },
    close() {
      const cost = sign(direction) * energy * price
      const quote = flatQuote(energy, price)
      const line = {
        name,
        kind,
        quantity: energy,
        unit: 'Wh',
        price,
        rows: [],
        cost,
        divisor: ENERGY_DIVISOR,
        quote,
      } as const
      energy = 0n
      return line
    },
  }
}

function timeOfUseMeter({ name, kind, direction, calendar, prices }: TimeOfUseLine): LineMeter {
  let energies = calendar.periods.map(() => 0n)
  return {
    add(interval) {
      const period = calendar.periodAt(interval.time, interval.seconds / 60)
      energies[period] = (energies[period] ?? 0n) + energyOf(direction, interval)
    },
    close() {
      const rows: ReplayRow[] = calendar.periods.map((label, index) => {
        return { label, quantity: energies[index] ?? 0n, price: prices[index] ?? 0n }
      })
      const quantity = energies.reduce((sum, energy) => sum + energy, 0n)
      const cost = sign(direction) * rows.reduce((sum, row) => sum + row.quantity * row.price, 0n)
      const quote = timeOfUseQuote(rows)
      energies = calendar.periods.map(() => 0n)
      const used = rows.filter((row) => row.quantity !== 0n)
      return { name, kind, quantity, unit: 'Wh', price: null, rows: used, cost, divisor: ENERGY_DIVISOR, quote }
    },
  }
}

function tierMeter({ name, kind, direction, during, per, tiers }: TieredLine): LineMeter {
  /** By tier period: what it had before this month, and with it. Only the last one goes on into the next month. */
  let counted = new Map<number, { from: bigint; to: bigint }>()
  return {
    add(interval) {
      const key = tierKey(per, interval)
      const part = counted.get(key) ?? { from: 0n, to: 0n }
      if (counts(during, interval)) part.to += energyOf(direction, interval)
      counted.set(key, part)
    },
    close() {
      const parts = [...counted.values()]
      const rows = tiers.flatMap(({ price }, tier) => {
        const inTier = parts.flatMap((part) => tierParts(tiers, part)).filter((each) => each.tier === tier)
        const quantity = inTier.reduce((sum, each) => sum + each.quantity, 0n)
        return quantity === 0n ? [] : [{ label: `tier ${tier + 1}`, quantity, price }]
      })
      const cost = sign(direction) * parts.reduce((sum, part) => sum + tieredCost(tiers, part), 0n)
      const quantity = rows.reduce((sum, row) => sum + row.quantity, 0n)
      const quote = per === 'month' ? tieredQuote(quantity, tiers) : null
      // Days and months are over; what a quarter or a year has so far is where the next month starts.
      counted = new Map([...counted].slice(-1).map(([key, { to }]) => [key, { from: to, to }]))
      return { name, kind, quantity, unit: 'Wh', price: null, rows, cost, divisor: ENERGY_DIVISOR, quote }
    },
  }
}

function tierKey(per: TierPeriod, { time }: ReplayedInterval): number {
  switch (per) {
    case 'day':
      return time.dayNumber
    case 'month':
      return time.year * 12 + time.month
    case 'quarter':
      return time.year * 4 + Math.floor((time.month - 1) / 3)
    case 'year':
      return time.year
  }
}

function demandMeter(line: DemandLine): LineMeter {
  const { name, kind, per, averagedOver, tiers, during } = line
  let block = { number: Number.NaN, energy: 0n }
  let most = 0n
  return {
    add(interval) {
      const seconds = averagedOver ?? interval.seconds
      const number = Math.floor(interval.start / seconds)
      if (number !== block.number) block = { number, energy: 0n }
      if (counts(during, interval)) block.energy += interval.importWh
      const demand = (block.energy * BigInt(HOUR_S)) / BigInt(seconds)
      if (demand > most) most = demand
    },
    close(month) {
      const rows = tierParts(tiers, { from: 0n, to: most }).map(({ tier, quantity, price }) => {
        return { label: `tier ${tier + 1}`, quantity, price }
      })
      const once = tieredCost(tiers, { from: 0n, to: most })
      const times = per === 'day' ? BigInt(month.days) : BigInt(month.elapsed)
      const divisor = ENERGY_DIVISOR * (per === 'day' ? 1n : BigInt(month.whole))
      const single = tiers.length === 1 ? (tiers[0]?.price ?? null) : null
      const shown = single === null ? rows : []
      const quote = demandQuote(most, line, month)
      const closed = { name, kind, quantity: most, unit: 'W', price: single, rows: shown, quote } as const
      most = 0n
      block = { number: Number.NaN, energy: 0n }
      return { ...closed, cost: once * times, divisor }
    },
  }
}

function seriesMeter(line: SeriesLine): LineMeter {
  const { name, kind, direction, during, series, factor, adder, floor, cap } = line
  let energy = 0n
  /** In Wh × billionths of a PlanPrice: exact, whatever the factor. */
  let cost = 0n
  /** Without factor and adder, in Wh × PlanPrice. */
  let indexed = 0n
  const [least, most] = [floor, cap].map((limit) => (limit === null ? null : limit * RATIO_ONE))
  return {
    add(interval) {
      if (!counts(during, interval)) return
      const used = energyOf(direction, interval)
      // Also asked for intervals without energy: a hole in the series is refused, not stepped over.
      const index = priceAt(series, interval.start, interval.seconds)
      let price = index * factor + adder * RATIO_ONE
      if (typeof least === 'bigint' && price < least) price = least
      if (typeof most === 'bigint' && price > most) price = most
      energy += used
      indexed += used * index
      cost += used * price
    },
    close() {
      const exact = { cost: sign(direction) * cost, divisor: ENERGY_DIVISOR * RATIO_ONE }
      const quote = seriesQuote(energy, indexed, line)
      const closed = { name, kind, quantity: energy, unit: 'Wh', price: null, rows: [], quote, ...exact } as const
      energy = 0n
      cost = 0n
      indexed = 0n
      return closed
    },
  }
}
