/** Years that might as well have been, for a range around the cost of one: other years of the data, or drawn weeks. */
import type { MonthOfYear } from '../../metering/calendar'
import { seededRandom } from '../../units/seeded-random'
import type { CompareInput, UseHistory } from './compared'
import { cellsOf, type MonthCells } from './month-cells'
import type { RangeBasis } from './offer-cost'
import { countKnown, drawnYear, knownDays, yearBestKnown, yearDays, type KnownDays, type YearDays } from './year-days'

const USUAL = { count: 20, seed: 25n }
/** Days of another year that must be known for it to stand for itself. */
const LEAST_KNOWN_DAYS = 347
/** With less than four weeks there is nothing to draw from. */
const LEAST_DRAWN_DAYS = 28
const MOST_YEARS = 20

export interface Scenarios {
  range: RangeBasis
  /** The year that is compared. */
  year: YearDays
  cells: readonly MonthCells[]
}

export function scenariosOf(use: UseHistory, asked: CompareInput['scenarios'], only?: 'weeks'): Scenarios {
  const { count, seed } = asked ?? USUAL
  const known = knownDays(use)
  const first = yearBestKnown(known)
  const random = seededRandom(seed)
  const year = yearDays(first, known, random)
  const rangeOf = (method: RangeBasis['method'], scenarios: number) => {
    return { method, scenarios, seed, days: use.days.length }
  }
  const others = only === 'weeks' ? [] : otherYears(first, known)
  if (others.length > 0) {
    const years = [year, ...others.map((start) => yearDays(start, known, random))]
    return { range: rangeOf('years', years.length), year, cells: years.map((days) => cellsOf(use, days)) }
  }
  if (use.days.length < LEAST_DRAWN_DAYS || count < 1)
    return { range: rangeOf('none', 1), year, cells: [cellsOf(use, year)] }
  const draw = drawnYear(first, known)
  return {
    range: rangeOf('weeks', count),
    year,
    cells: Array.from({ length: count }, () => cellsOf(use, draw(random))),
  }
}

/** First months of the same twelve months in other years, the nearest first. */
function otherYears(first: MonthOfYear, known: KnownDays): MonthOfYear[] {
  const years: MonthOfYear[] = []
  for (let back = 1; back <= MOST_YEARS; back++) {
    for (const year of [first.year - back, first.year + back]) {
      const other = { ...first, year }
      if (countKnown(other, known) >= LEAST_KNOWN_DAYS) years.push(other)
    }
  }
  return years
}
