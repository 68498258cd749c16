/** The text form of one measured year: a line per day and direction, whole Wh for each wall-clock hour. */
import { addDays, type LocalDate } from '@/lib/domain/metering/calendar'
import type { HourlySeries } from '@/lib/domain/metering/series'
import { wh, type Wh } from '@/lib/domain/units/units'

const HOURS_PER_DAY = 24
const HEADER = [
  'date',
  'direction',
  ...Array.from({ length: HOURS_PER_DAY }, (_, hour) => String(hour).padStart(2, '0')),
]

/** A day without export has no export line. */
export function formatSeries({ start, importWh, exportWh }: HourlySeries): string {
  const lines = [HEADER.join(',')]
  for (let first = 0, date = start; first < importWh.length; first += HOURS_PER_DAY, date = addDays(date, 1)) {
    const exported = exportWh.slice(first, first + HOURS_PER_DAY)
    lines.push([date, 'import', ...importWh.slice(first, first + HOURS_PER_DAY)].join(','))
    if (exported.some((energy) => energy > 0n)) lines.push([date, 'export', ...exported].join(','))
  }
  return `${lines.join('\n')}\n`
}

/** Exact inverse of formatSeries; refuses a missing day, an odd line or a number that is not whole Wh. */
export function parseSeries(text: string): HourlySeries {
  const [header, ...lines] = text.trimEnd().split('\n')
  if (header !== HEADER.join(',')) throw new Error('not a series file: the header differs')
  const importWh: Wh[] = []
  const exportWh: Wh[] = []
  let start: LocalDate | undefined
  let lastExport: LocalDate | undefined
  for (const [index, line] of lines.entries()) {
    const [date = '', direction, ...values] = line.split(',')
    if (values.length !== HOURS_PER_DAY || values.some((value) => !/^\d+$/.test(value))) {
      throw new Error(`line ${index + 2} does not hold ${HOURS_PER_DAY} whole Wh`)
    }
    const energy = values.map((value) => wh(BigInt(value)))
    const days = importWh.length / HOURS_PER_DAY
    start ??= date
    if (direction === 'import' && date === addDays(start, days)) {
      importWh.push(...energy)
      exportWh.push(...energy.map(() => wh(0n)))
    } else if (direction === 'export' && days > 0 && date === addDays(start, days - 1) && date !== lastExport) {
      lastExport = date
      exportWh.splice(-HOURS_PER_DAY, HOURS_PER_DAY, ...energy)
    } else {
      throw new Error(`line ${index + 2} is out of order`)
    }
  }
  if (start === undefined) throw new Error('the series file holds no day')
  return { start, importWh, exportWh }
}
