import { spanTicks } from '@/components/charts/axis-ticks'
import { DRAWN_QUALITIES, type CurveRow } from './curve-rows'

/** Round values from below the deepest bar to above the highest, in equal steps, zero among them. */
export function signedTicks(rows: readonly Pick<CurveRow, 'up' | 'down' | 'beforeUp' | 'beforeDown'>[]): number[] {
  let [highest, deepest] = [0, 0]
  for (const { up, down, beforeUp, beforeDown } of rows) {
    const stack = (parts: CurveRow['up']) => DRAWN_QUALITIES.reduce((sum, quality) => sum + (parts[quality] ?? 0), 0)
    highest = Math.max(highest, stack(up), beforeUp ?? 0)
    deepest = Math.max(deepest, -stack(down), -(beforeDown ?? 0))
  }
  return spanTicks({ low: -deepest, high: highest })
}
