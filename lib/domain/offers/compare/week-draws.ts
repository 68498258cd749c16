/**
 * Weeks of the same season, to draw from: a block bootstrap (Künsch 1989, in blocks of calendar weeks). Whole weeks keep what
 * belongs together: working days and weekends, an evening and the price of its hours. Drawing within a season keeps winter in
 * winter. What it cannot show is what no week of the data had, such as a colder winter.
 */
import type { SeededRandom } from '../../units/seeded-random'
import type { KnownDays } from './year-days'

export const WEEK_DAYS = 7
/** Weeks that start up to four weeks earlier or later in the year are the same season. */
const SEASON_DAYS = 28
/** With fewer weeks in season, the nearest ones are added up to this number. */
const LEAST_WEEKS = 4
const YEAR_DAYS = 365.2425
/**
 * Where a season was not measured, its mirror image stands for it: as many days before the coldest (or hottest) time of the year,
 * about 20 January, as the other lies after it. It counts as four weeks further away than it lies. 1970 began 19 days earlier.
 */
const TURN_OF_SEASONS = 19
const MIRROR_DAYS = 28

export interface WeekDraws {
  /** First day of a measured week for the block that starts `block` days into the year. */
  draw(block: number, random: SeededRandom): number
  /** Place in the history of a day of that week, or of the known day nearest to it where not one whole week is known. */
  place(week: number, day: number): number
}

/** @param start First day of the year: measured weeks start on the same weekday. */
export function weekDraws(known: KnownDays, start: number): WeekDraws {
  if (known.last < known.first) throw new RangeError('there is no whole day to compare with')
  const weeks = wholeWeeks(known, start)
  const inSeason = new Map<number, readonly number[]>()
  return {
    draw(block, random) {
      let candidates = inSeason.get(block)
      if (!candidates) inSeason.set(block, (candidates = seasonOf(start + block, weeks)))
      return candidates.length > 0 ? random.pick(candidates) : start + block
    },
    place: (week, day) => (weeks.length > 0 ? known.placeOf(week + day) : nearestPlace(week + day, known)),
  }
}

function wholeWeeks({ first, last, placeOf }: KnownDays, start: number): number[] {
  const weeks: number[] = []
  const aligned = first + ((((start - first) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS)
  for (let week = aligned; week + WEEK_DAYS - 1 <= last; week += WEEK_DAYS) {
    let day = 0
    while (day < WEEK_DAYS && placeOf(week + day) >= 0) day += 1
    if (day === WEEK_DAYS) weeks.push(week)
  }
  return weeks
}

function seasonOf(day: number, weeks: readonly number[]): number[] {
  const nearest = weeks
    .map((week) => ({ week, far: seasonDistance(day, week) }))
    .sort((a, b) => a.far - b.far || a.week - b.week)
  return nearest.filter(({ far }, index) => far <= SEASON_DAYS || index < LEAST_WEEKS).map(({ week }) => week)
}

/** Days between two dates within the year, whichever years they are of. */
export function seasonDistance(one: number, other: number): number {
  return Math.min(circular(one - other), circular(2 * TURN_OF_SEASONS - one - other) + MIRROR_DAYS)
}

function circular(days: number): number {
  const within = ((days % YEAR_DAYS) + YEAR_DAYS) % YEAR_DAYS
  return Math.min(within, YEAR_DAYS - within)
}

/** Of the same weekday if there is one. */
function nearestPlace(day: number, { first, last, placeOf }: KnownDays): number {
  let best = { place: -1, far: Infinity }
  for (let other = first; other <= last; other++) {
    const far = seasonDistance(day, other) + ((day - other) % WEEK_DAYS === 0 ? 0 : YEAR_DAYS)
    if (placeOf(other) >= 0 && far < best.far) best = { place: placeOf(other), far }
  }
  return best.place
}
