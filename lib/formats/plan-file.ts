/** An offer file as a plan: names become calendars, decimal strings whole units. */
import { LINE_KINDS } from '@/lib/domain/billing/lines'
import type { During, MarketPlan, Plan, PlanLine, PlanPrice, Tier } from '@/lib/domain/offers/plan'
import type { PlanCalendar } from '@/lib/domain/offers/plan-calendar'
import type { PriceSeries } from '@/lib/domain/offers/price-series'
import { calendarNamed, calendarsOf } from './calendars'
import { formulaLine } from './formula-line'
import { invalid, parseDocument } from './json-file'
import { marketPlan } from './market-plan'
import { KILO_SCALE, offerSchema, type LineFile, type OfferFile } from './plan-schema'
import { counted, ratio, planPrice } from './quantities'

type SeriesLineFile = Extract<LineFile, { kind: 'series' }>

/** Reads the file a series line names. */
export type SeriesReader = (named: SeriesLineFile['series'], timeZone: string) => Promise<PriceSeries>

export async function parsePlan(text: string, file: string, readSeries: SeriesReader): Promise<Plan> {
  const offer = parseDocument(offerSchema, text, file)
  const parts: Parts = { file, offer, calendars: calendarsOf(offer, file) }
  requireUniqueNames(parts)
  const lines: PlanLine[] = []
  for (const line of offer.lines) {
    if (line.kind !== 'series') lines.push(planLine(line, parts))
    else lines.push(seriesLine(line, parts, await readSeries(line.series, line.series.timeZone ?? offer.timeZone)))
  }
  const market = offer.market ? marketPlan(offer.market, parts) : null
  requireTaxedBefore(parts, market)
  const { name, timeZone, currency } = offer
  return { name, timeZone, currency, lines, market }
}

export interface Parts {
  file: string
  offer: OfferFile
  calendars: ReadonlyMap<string, PlanCalendar>
}

/* LINES */

function duringOf(parts: Parts, during: { calendar: string; period: string } | undefined): During | null {
  if (!during) return null
  const calendar = calendarNamed(parts, during.calendar)
  if (calendar.periods.includes(during.period)) return { calendar, period: during.period }
  throw invalid(parts.file, `calendar "${calendar.name}" has no period "${during.period}"`)
}

function planLine(line: Exclude<LineFile, SeriesLineFile>, parts: Parts): PlanLine {
  switch (line.kind) {
    case 'fixed':
      return { ...line, price: planPrice(line.price) }
    case 'energy':
      return { ...line, price: planPrice(line.price), during: duringOf(parts, line.during) }
    case 'timeOfUse': {
      const calendar = calendarNamed(parts, line.calendar)
      return { ...line, calendar, prices: periodPrices(line, calendar, parts.file) }
    }
    case 'tiers':
      return { ...line, tiers: tiersOf(line, parts.file), during: duringOf(parts, line.during) }
    case 'demand': {
      const { kind, name, per, averagedOverMinutes: over } = line
      if (over !== undefined && 60 % over !== 0)
        throw invalid(parts.file, `line "${name}": ${over} minutes do not divide an hour`)
      const averagedOver = over === undefined ? null : over * 60
      return {
        kind,
        name,
        per,
        averagedOver,
        tiers: demandTiers(line, parts.file),
        during: duringOf(parts, line.during),
      }
    }
    case 'formula':
      return formulaLine(line, parts.file)
    case 'tax':
      return { ...line, rate: ratio(line.rate) }
  }
}

function seriesLine(line: SeriesLineFile, parts: Parts, series: PriceSeries): PlanLine {
  const limit = (text: string | undefined) => (text === undefined ? null : planPrice(text))
  const [floor, cap] = [limit(line.floor), limit(line.cap)]
  if (floor !== null && cap !== null && floor > cap)
    throw invalid(parts.file, `line "${line.name}": the floor is above the cap`)
  const { kind, name, direction } = line
  const shape = { kind, name, direction, series, floor, cap }
  return { ...shape, factor: ratio(line.factor), adder: planPrice(line.adder), during: duringOf(parts, line.during) }
}

function periodPrices(
  { name, prices }: { name: string; prices: Record<string, string> },
  calendar: PlanCalendar,
  file: string,
): PlanPrice[] {
  const unknown = Object.keys(prices).find((period) => !calendar.periods.includes(period))
  if (unknown !== undefined)
    throw invalid(file, `line "${name}": calendar "${calendar.name}" has no period "${unknown}"`)
  return calendar.periods.map((period) => {
    const text = prices[period]
    if (text === undefined) throw invalid(file, `line "${name}" has no price for period "${period}"`)
    return planPrice(text)
  })
}

function demandTiers(line: Extract<LineFile, { kind: 'demand' }>, file: string): Tier[] {
  if ((line.price === undefined) === (line.tiers === undefined))
    throw invalid(file, `line "${line.name}" needs either a price or tiers`)
  return tiersOf({ name: line.name, tiers: line.tiers ?? [{ price: line.price ?? '0' }] }, file)
}

/** Rising, and only the last one without end. */
function tiersOf(
  { name, tiers }: { name: string; tiers: { upTo?: string | undefined; price: string }[] },
  file: string,
): Tier[] {
  let lower = 0n
  return tiers.map(({ upTo, price: text }, index) => {
    const upper = upTo === undefined ? null : counted(upTo, KILO_SCALE)
    if ((upper === null) !== (index === tiers.length - 1))
      throw invalid(file, `line "${name}": every tier but the last needs upTo, and the last has none`)
    if (upper !== null && upper <= lower) throw invalid(file, `line "${name}": tiers do not rise at ${upTo}`)
    lower = upper ?? lower
    return { upTo: upper, price: planPrice(text) }
  })
}

/* NAMES */

function requireUniqueNames({ offer, file }: Parts): void {
  const names = offer.lines.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw invalid(file, `two lines are called "${twice}"`)
}

/** A tax is on lines that stand above it; under market rules also on market lines, by their kind. */
function requireTaxedBefore({ offer, file }: Parts, market: MarketPlan | null): void {
  const above = new Set<string>(market ? LINE_KINDS : [])
  for (const line of offer.lines.filter(({ kind }) => kind !== 'tax')) {
    if (market?.energy.includes(line.name)) continue
    if (line.kind === 'formula')
      throw invalid(file, `line "${line.name}" is a formula and is not named in market.energy`)
    if (above.has(line.name)) throw invalid(file, `line "${line.name}" has the name of a market line`)
    above.add(line.name)
  }
  for (const line of offer.lines) {
    if (line.kind !== 'tax') continue
    const missing = line.on.find((name) => !above.has(name))
    if (missing !== undefined)
      throw invalid(file, `tax "${line.name}" is on "${missing}", which is no line above it on the bill`)
    above.add(line.name)
  }
}
