/** In a list of periods that are over. */
const OVER = 12
/** In a list of periods to come: a price may be published ahead. */
const COMING = 3

/** The delivery periods that have no feed-in price yet: what is over, the latest first, then what runs and comes. */
export function unpriced<P extends { start: number; end: number }>(
  periods: readonly P[],
  published: readonly { start: number }[],
  now: number,
): P[] {
  const known = new Set(published.map(({ start }) => start))
  const without = periods.filter(({ start }) => !known.has(start))
  const over = without.filter(({ end }) => end <= now).slice(-OVER)
  const coming = without.filter(({ end }) => end > now).slice(0, COMING)
  return [...over.reverse(), ...coming]
}
