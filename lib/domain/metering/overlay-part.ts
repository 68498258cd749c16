/** One channel's day that comes in parts: what a file says first, what it says later, and whether the two agree. */
import type { Bounds } from './calendar'
import { coarsened, commonMinutes, type ChannelDay } from './channel-day'
import type { Finding } from './finding'
import { settleRepeats, type GivenInterval } from './repeats'

export interface GivenPart extends ChannelDay {
  /** Its reader has said that it takes the place of what the file says earlier. */
  replaces: boolean
  line: number | null
}

export interface OverlaidPart {
  value: GivenPart
  findings: Finding[]
  /** Intervals given for nothing, because the other part counts longer ones. */
  lost: number
}

export interface DayOfParts extends Bounds {
  /** How many intervals of a length the day has. */
  countOf: (minutes: number) => number
}

/** A part that replaces takes the place of the earlier one, interval by interval. Any other must agree with it. */
export function overlaidPart(before: GivenPart, part: GivenPart, day: DayOfParts): OverlaidPart {
  const findings =
    part.replaces || !mayMeet(before, part)
      ? []
      : settleRepeats([...intervalsOf(before, day), ...intervalsOf(part, day)]).findings
  const minutes = commonMinutes([before.minutes, part.minutes])
  const to = { minutes, count: day.countOf(minutes) }
  const [older, newer] = [coarsened(before, to), coarsened(part, to)]
  const [first, second] = part.replaces ? [newer, older] : [older, newer]
  const isFirst = first.qualities.map((quality) => quality !== null)
  const energyWh = first.energyWh.map((energy, slot) => (isFirst[slot] ? energy : (second.energyWh[slot] ?? energy)))
  const qualities = first.qualities.map((quality, slot) => quality ?? second.qualities[slot] ?? null)
  return { value: { ...part, minutes, energyWh, qualities }, findings, lost: older.lost + newer.lost }
}

/** Most parts lie side by side: that is seen without a look at each instant. */
function mayMeet(before: GivenPart, part: GivenPart): boolean {
  return before.minutes !== part.minutes || part.qualities.some((quality, slot) => quality && before.qualities[slot])
}

function intervalsOf({ energyWh, qualities, line }: GivenPart, { start, end }: Bounds): GivenInterval[] {
  // One interval for the whole day is as long as the day.
  const seconds = (end - start) / energyWh.length
  return energyWh.flatMap((energy, slot) =>
    qualities[slot] ? [{ start: start + slot * seconds, seconds, energy, updated: null, line }] : [],
  )
}
