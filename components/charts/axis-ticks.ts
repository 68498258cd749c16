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
