const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S

export type CountdownUnit = 'days' | 'hours' | 'minutes' | 'seconds'

export interface CountdownPart {
  unit: CountdownUnit
  value: number
}

/** What is left of a time, in its two largest units: 2 d 5 h, 5 h 12 min, 4 min 9 s. Never below zero. */
export function countdownParts(seconds: number): CountdownPart[] {
  const left = Math.max(0, Math.floor(seconds))
  const parts: CountdownPart[] = [
    { unit: 'days', value: Math.floor(left / DAY_S) },
    { unit: 'hours', value: Math.floor((left % DAY_S) / HOUR_S) },
    { unit: 'minutes', value: Math.floor((left % HOUR_S) / MINUTE_S) },
    { unit: 'seconds', value: left % MINUTE_S },
  ]
  const first = parts.findIndex(({ value }) => value > 0)
  // The smaller unit stays in its place, so that nothing moves while it runs.
  return first < 0 ? parts.slice(-1) : parts.slice(first, first + 2)
}
