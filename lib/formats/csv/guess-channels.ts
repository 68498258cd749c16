/** Which columns hold energy, in what unit and direction, told from their names and numbers. */
import { exactDecimal } from '../decimal'
import type { CsvMappingInput, CsvUnit } from './mapping'
import { columnOf, isNumber, refOf, type Sample } from './sample'
import { VALUE_SCALE } from './values'

type ChannelGuess = CsvMappingInput['channels'][number]

const EXPORT =
  /export|return|teruglever|injecti|feed.?out|feed.?in(?!_tariff)|surplus|generat|produc|solar|pv|einspeis|上网|反向|\bB1\b/i
const FEED = /feed_in_tariff|feed_out_tariff/i
const OTHER = /var|factor|temp|humid|price|cost|tarif?f?$|co2|gas|water|soc|volt|current|ean|mprn|meter|serial|nmi|id$/i
const REGISTERS = /\bt ?\d|tariff? ?\d|low|normal|laag|hoog|\bdal|normaal|piek|\bday\b|\bnight\b|peak/i
const UNITS: readonly [RegExp, CsvUnit][] = [
  [/mwh/i, 'MWh'],
  [/kwh/i, 'kWh'],
  [/wh\b/i, 'Wh'],
  [/\bmw\b/i, 'MW'],
  [/\bkw\b/i, 'kW'],
  [/\bw\b|watt/i, 'W'],
]
/** Fewer say nothing about a register. */
const ENOUGH_ROWS = 10

export function guessChannels(
  sample: Sample,
  { used, name, isByDay }: { used: ReadonlySet<number>; name: string; isByDay: boolean },
): { channels: ChannelGuess[]; decimal: '.' | ',' } {
  const width = Math.max(...sample.rows.map(({ length }) => length))
  const places = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !used.has(index) && isEnergy(sample, index),
  )
  const cells = places.flatMap((index) => columnOf(sample, index))
  const decimal = cells.some((cell) => /\d?,\d+$/.test(cell)) && !cells.some((cell) => /\.\d+$/.test(cell)) ? ',' : '.'
  if (isByDay) return { channels: [{ channel: 'energy', direction: 'import', unit: 'kWh' }], decimal }
  const found = places.map((index) => guessOf(sample, { index, name, decimal }))
  return { channels: together(found), decimal }
}

function isEnergy(sample: Sample, index: number): boolean {
  const cells = columnOf(sample, index).filter((cell) => cell !== '')
  return cells.length > 0 && cells.every(isNumber) && !OTHER.test(sample.header?.[index] ?? '')
}

function guessOf(
  sample: Sample,
  { index, name, decimal }: { index: number; name: string; decimal: '.' | ',' },
): ChannelGuess & { columns: NonNullable<ChannelGuess['columns']> } {
  const header = sample.header?.[index] ?? ''
  const numbers = columnOf(sample, index)
    .map((cell) => exactDecimal(decimal === ',' ? cell.replace(',', '.') : cell, VALUE_SCALE))
    .filter((value) => typeof value === 'bigint')
  const isRegister = counts(numbers)
  const isNet = !isRegister && numbers.some((value) => value < 0n) && numbers.some((value) => value > 0n)
  const isExport =
    header === '' ? /feed_out/i.test(name) || (!FEED.test(name) && EXPORT.test(name)) : EXPORT.test(header)
  return {
    channel: header === '' ? `column ${index + 1}` : header,
    direction: isNet ? 'by-sign' : isExport ? 'export' : 'import',
    kind: isRegister ? 'register' : 'interval',
    unit: UNITS.find(([pattern]) => pattern.test(header))?.[1] ?? 'kWh',
    columns: [refOf(sample, index)],
  }
}

/** Never back, and on at least once, from a number that is not small beside the steps. */
function counts(values: readonly bigint[]): boolean {
  if (values.length < ENOUGH_ROWS) return false
  const [first = 0n, last = 0n] = [values[0], values.at(-1)]
  const ordered = first <= last ? values : [...values].reverse()
  const isMonotone = ordered.every((value, row) => row === 0 || value >= (ordered[row - 1] ?? 0n))
  return isMonotone && first !== last
}

/** The tariff registers of one direction are one channel. */
function together(found: ReturnType<typeof guessOf>[]): ChannelGuess[] {
  const channels: typeof found = []
  for (const each of found) {
    const same = channels.find(
      ({ direction, kind, unit, channel }) =>
        direction === each.direction &&
        kind === each.kind &&
        unit === each.unit &&
        REGISTERS.test(channel) &&
        REGISTERS.test(each.channel),
    )
    if (same) same.columns.push(...each.columns)
    else channels.push(each)
  }
  return channels
}
