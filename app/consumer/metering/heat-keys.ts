import { GRID_HOURS } from '@/lib/domain/metering/hour-grid'

/** One hour of the picture. */
export interface Spot {
  day: number
  hour: number
}

const MONTH_DAYS = 30

/** Where a key leads from a spot; null if it is none of ours. `tall`: days go down and hours across. */
export function movedBy(
  key: string,
  { day, hour }: Spot,
  { days, tall }: { days: number; tall: boolean },
): Spot | null {
  const step = stepOf(key, tall)
  if (step) return { day: within(day + step.day, days), hour: within(hour + step.hour, GRID_HOURS) }
  if (key === 'Home') return { day: 0, hour }
  if (key === 'End') return { day: days - 1, hour }
  return null
}

function stepOf(key: string, tall: boolean): Spot | null {
  const across = (by: number) => (tall ? { day: 0, hour: by } : { day: by, hour: 0 })
  const down = (by: number) => (tall ? { day: by, hour: 0 } : { day: 0, hour: by })
  switch (key) {
    case 'ArrowLeft':
      return across(-1)
    case 'ArrowRight':
      return across(1)
    case 'ArrowUp':
      return down(-1)
    case 'ArrowDown':
      return down(1)
    case 'PageUp':
      return { day: -MONTH_DAYS, hour: 0 }
    case 'PageDown':
      return { day: MONTH_DAYS, hour: 0 }
    default:
      return null
  }
}

function within(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value))
}
