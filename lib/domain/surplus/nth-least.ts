/** Ranges of equal width; a million values leave some 250 in each. */
const RANGES = 2 ** 12

/**
 * The n-th least of numbers from 0 to below `limit`, without sorting all of them: they are counted by range, and only the range it is
 * in is sorted. `nth` counts from 1. Rounding may put a number into the next range, but never past a greater one.
 */
export function nthLeast(values: Float64Array, nth: number, limit: number): number {
  if (values.length < RANGES) return ofSorted(values.slice().sort(), nth)
  const scale = RANGES / limit
  const rangeOf = (value: number) => Math.min(RANGES - 1, Math.floor(value * scale))
  const counts = new Uint32Array(RANGES)
  for (let place = 0; place < values.length; place++) counts[rangeOf(values[place]!)]! += 1
  let before = 0
  let range = 0
  for (; range < RANGES - 1 && before + counts[range]! < nth; range++) before += counts[range]!
  const inside = values.filter((value) => rangeOf(value) === range).sort()
  return ofSorted(inside, nth - before)
}

function ofSorted(sorted: Float64Array, nth: number): number {
  const found = sorted[nth - 1]
  if (found === undefined) throw new RangeError(`no number ${nth} among ${sorted.length}`)
  return found
}
