/** A proposal for how to read a file nobody has described yet: a person looks at it and corrects it before it counts. */
import { columnOf, isNumber, isTimeOfDay, orderOf, refOf, sampleOf, type Sample } from './sample'
import { guessChannels } from './guess-channels'
import { csvMappingSchema, type CsvMapping, type CsvMappingInput } from './mapping'
import { CSV_PRESETS, presetMapping } from './presets'

export interface Guess {
  mapping: CsvMapping
  /** The known shape that the header has, if it has one. */
  preset: string | null
  /** The header says it all; otherwise a person has to look. */
  isKnown: boolean
  /** For the page: what it read. */
  sample: Sample
}

export interface Known {
  /** What the file is called: programs say there which way energy flows. */
  name: string
  /** Of the connection, for times that do not say theirs. */
  zone: string
}

/** What a column that is no meter's name may hold. */
const ABOUT_ENERGY = /wh|kw|watt|import|export|tarif|load|usage|price|m2|:/i
const UNIX = /^1[0-9]{9}$/
const ROWS_OF_A_DAY = [24, 48, 96]

/** Null if there are no rows with a time in them. */
export function guessMapping(first: Uint8Array, known: Known): Guess | null {
  const sample = sampleOf(first)
  if (!sample || sample.rows.length === 0) return null
  const preset = presetOf(sample)
  if (preset) return { mapping: presetMapping(preset, known.zone), preset, isKnown: true, sample }
  const found = timeIn(sample)
  if (!found) return null
  const { time, used, mark } = found
  const meters = meterInEachColumn(sample, used)
  if (meters)
    return {
      mapping: { ...presetMapping(meters, known.zone), time: timeOf(time) },
      preset: meters,
      isKnown: false,
      sample,
    }
  const guessed = guessChannels(sample, { used, name: known.name, isByDay: time.kind === 'day-rows' })
  if (guessed.channels.length === 0) return null
  const { delimiter, skipTop, header } = sample
  const mapping = csvMappingSchema.safeParse({
    version: 1,
    text: { delimiter, skipTop, header: header !== null, decimal: guessed.decimal },
    time,
    zone: known.zone,
    mark,
    channels: guessed.channels,
  } satisfies CsvMappingInput)
  return mapping.success ? { mapping: mapping.data, preset: null, isKnown: false, sample } : null
}

function presetOf({ header }: Sample): string | null {
  if (!header) return null
  const cells = new Set(header)
  const isOf = (wanted: readonly string[]) => wanted.every((cell) => cells.has(cell))
  return CSV_PRESETS.find(({ headers }) => headers.some(isOf))?.id ?? null
}

/** Two columns or more that hold numbers, or nothing yet, under names that say nothing about energy. */
function meterInEachColumn(sample: Sample, used: ReadonlySet<number>): string | null {
  const places = (sample.header ?? []).flatMap((cell, index) => (used.has(index) || cell === '' ? [] : [index]))
  const isMeter = (index: number) =>
    /\d/.test(sample.header?.[index] ?? '') &&
    !ABOUT_ENERGY.test(sample.header?.[index] ?? '') &&
    columnOf(sample, index).every((cell) => cell === '' || isNumber(cell))
  return places.length > 1 && places.every(isMeter) ? 'a-meter-in-each-column' : null
}

function timeOf(time: CsvMappingInput['time']): CsvMapping['time'] {
  return csvMappingSchema.shape.time.parse(time)
}

interface FoundTime {
  time: CsvMappingInput['time']
  used: Set<number>
  mark: 'start' | 'end'
}

function timeIn(sample: Sample): FoundTime | null {
  const width = Math.max(...sample.rows.map(({ length }) => length))
  for (let index = 0; index < width; index++) {
    const cells = columnOf(sample, index)
    const column = refOf(sample, index)
    const mark = /\b(end|until|tot|to)\b/i.test(sample.header?.[index] ?? '') ? 'end' : 'start'
    if (cells.every((cell) => UNIX.test(cell))) return { time: { kind: 'unix', column }, used: new Set([index]), mark }
    const order = orderOf(cells)
    if (!order) continue
    if (cells.some((cell) => cell.includes(':')))
      return { time: { kind: 'stamp', column, order }, used: new Set([index]), mark }
    return dated(sample, { index, order, width, mark })
  }
  return null
}

/** A column of dates: with a time of day beside it, with the intervals of the day behind it, or a day in each row. */
function dated(
  sample: Sample,
  { index, order, width, mark }: { index: number; order: 'ymd' | 'dmy' | 'mdy'; width: number; mark: 'start' | 'end' },
): FoundTime {
  const date = refOf(sample, index)
  const beside = columnOf(sample, index + 1)
  if (beside.every(isTimeOfDay)) {
    const time = { kind: 'date-and-time' as const, date, time: refOf(sample, index + 1), order }
    return { time, used: new Set([index, index + 1]), mark }
  }
  const [row = []] = sample.rows
  const numbers = row.slice(index + 1, width).filter(isNumber).length
  const count = ROWS_OF_A_DAY.find((each) => numbers >= each && numbers <= each + 2)
  const first = row.findIndex((cell, place) => place > index && isNumber(cell))
  const time: FoundTime['time'] = count
    ? { kind: 'day-rows', date, order, first: refOf(sample, first), count }
    : { kind: 'stamp', column: date, order }
  return { time, used: new Set([index]), mark: 'start' }
}
