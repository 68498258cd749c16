/** A measured year as somebody's own: laid on the market's days, and as much a year as they say. Runs in a browser. */
import { addDays, type LocalDate } from '@/lib/domain/metering/calendar'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { meteredHours } from '@/lib/domain/metering/series'
import { wh, type Wh } from '@/lib/domain/units/units'
import { parseSeries } from '@/lib/formats/series-file'

const HOUR_MINUTES = 60

export interface ProfileOrder {
  /** The hours of the measured year: see series-file.ts. */
  hours: string
  /** What the days come to, to the watt-hour. */
  yearlyWh: Wh
  /** Local days [from, to). */
  span: { from: LocalDate; to: LocalDate }
  timeZone: string
}

/** Each day is the measured day a multiple of 52 weeks before it. What was exported is scaled alike. */
export function profileDays({ hours, yearlyWh, span, timeZone }: ProfileOrder): MeterDay[] {
  const series = parseSeries(hours)
  const days: MeterDay[] = []
  for (let day = span.from; day < span.to; day = addDays(day, 1)) {
    const metered = meteredHours(series, day, timeZone)
    const importWh = metered.map((hour) => hour.importWh)
    const exportWh = metered.map((hour) => hour.exportWh)
    days.push({ day, minutes: HOUR_MINUTES, importWh, exportWh, qualities: importWh.map(() => 'Measured') })
  }
  const measured = days.reduce((sum, { importWh }) => importWh.reduce((total, energy) => total + energy, sum), 0n)
  const [taken, given] = [scaler(yearlyWh, measured), scaler(yearlyWh, measured)]
  return days.map((day) => ({ ...day, importWh: day.importWh.map(taken), exportWh: day.exportWh.map(given) }))
}

/** Each hour rounds by what the sum has come to, so that nothing is lost on the way. */
function scaler(to: bigint, from: bigint): (energy: Wh) => Wh {
  let [reached, handedOut] = [0n, 0n]
  return (energy) => {
    reached += energy
    const due = from === 0n ? 0n : (reached * to) / from
    const scaled = wh(due - handedOut)
    handedOut = due
    return scaled
  }
}
