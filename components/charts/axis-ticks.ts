const MOST_STEPS = 5
const ROUND_STEPS = [1, 2, 2.5, 5, 10]

/** Round values from zero to just above the largest, at most five steps, so that a chart wastes little of its height. */
export function axisTicks(largest: number): number[] {
  if (largest <= 0) return [0, 1]
  const rough = largest / MOST_STEPS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (ROUND_STEPS.find((round) => round * power >= rough) ?? 10) * power
  const steps = Math.ceil(largest / step)
  return Array.from({ length: steps + 1 }, (_, index) => index * step)
}

/** The same on an axis with two sides: from below the lowest value to above the highest in equal steps, zero among them. */
export function spanTicks({ low, high }: { low: number; high: number }): number[] {
  const [, step = 1] = axisTicks(Math.max(high, -low))
  const up = Math.max(high > 0 || low === 0 ? 1 : 0, Math.ceil(high / step))
  const down = Math.ceil(-low / step)
  return Array.from({ length: down + up + 1 }, (_, index) => (index - down) * step)
}
