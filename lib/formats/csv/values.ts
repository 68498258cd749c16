/** What a cell holds: a number, nothing, a word about its quality. */
import type { ReadQuality } from '@/lib/domain/metering/read'
import { exactDecimal } from '../decimal'
import { shown, type Report } from './faults'
import type { CsvMapping, CsvUnit } from './mapping'

/** Decimals that are counted: more than a double has, also of one that is nearly nothing. */
export const VALUE_SCALE = 24
/** Of a factor. */
export const FACTOR_SCALE = 9
const HOUR_S = 3_600n
/** Some programs leave out the 0 of 0.5. */
const NO_WHOLE = /^[+-]?\./
/** Parts of a watt-hour in the numbers that come out: 10^-33 Wh ÷ 3,600. */
export const ENERGY_SCALE = VALUE_SCALE + FACTOR_SCALE
export const ENERGY_PER = HOUR_S

const UNITS: Record<CsvUnit, readonly [Wh: bigint, isMean: boolean]> = {
  Wh: [1n, false],
  kWh: [1_000n, false],
  MWh: [1_000_000n, false],
  W: [1n, true],
  kW: [1_000n, true],
  MW: [1_000_000n, true],
}

export function factorOf(text: string): bigint {
  const value = exactDecimal(text, FACTOR_SCALE)
  if (typeof value !== 'bigint') throw new RangeError(`${text} is no factor`)
  return value
}

/** What a number in a unit is multiplied with: the energy of an interval of so many seconds, in the parts above. */
export function unitWeight(unit: CsvUnit, seconds: number): bigint {
  const [inWh, isMean] = UNITS[unit]
  return isMean ? inWh * BigInt(seconds) : inWh * ENERGY_PER
}

export class Numbers {
  private readonly missing: ReadonlySet<string>
  private readonly grouped: RegExp | null
  private readonly comma: boolean

  constructor(
    { missing, thousands, decimal }: CsvMapping['text'],
    private readonly report: Report,
  ) {
    this.missing = new Set(missing)
    this.comma = decimal === ','
    // A group of two digits is a mistyped number, not a smaller one.
    this.grouped = thousands === '' ? null : new RegExp(`^[+-]?\\d{1,3}(?:[${thousands}]\\d{3})+(?![${thousands}\\d])`)
    this.separator = thousands
  }
  private readonly separator: string

  /** Null if nothing was measured; undefined if the cell is no number, which is reported. */
  of(cell: string, line: number): bigint | null | undefined {
    if (cell === '' || this.missing.has(cell)) return null
    const value = exactDecimal(this.plain(cell), VALUE_SCALE)
    if (typeof value === 'bigint') return value
    const names = { malformed: 'CsvNumberMalformed', tooFine: 'CsvNumberTooFine', tooLarge: 'CsvNumberAbsurd' } as const
    this.report.fault(names[value], line, { cell: shown(cell) })
    return undefined
  }

  /** With a point for decimals and no signs between thousands; what does not fit the mapping becomes no number. */
  private plain(cell: string): string {
    const whole = this.grouped?.test(cell) ? cell.replaceAll(this.separator, '') : cell
    // A comma where the mapping has a point, or the other way round, is no number.
    const pointed = this.comma ? (whole.includes('.') ? '' : whole.replace(',', '.')) : whole
    return NO_WHOLE.test(pointed) ? pointed.replace('.', '0.') : pointed
  }
}

export type CellQuality = ReadQuality | 'Missing'

/** The quality of a row; undefined if its word is not in the mapping, which is reported. */
export class Qualities {
  private readonly words = new Map<string, CellQuality>()
  private readonly otherwise: CellQuality | undefined

  constructor(
    quality: CsvMapping['quality'],
    private readonly report: Report,
  ) {
    for (const [name, words] of Object.entries(quality?.words ?? {}))
      for (const word of words ?? []) this.words.set(word, name as CellQuality)
    this.otherwise = quality?.otherwise
  }

  of(cell: string, line: number): CellQuality | undefined {
    const found = this.words.get(cell) ?? this.otherwise
    if (found === undefined) this.report.fault('CsvQualityUnknown', line, { cell: shown(cell) })
    return found
  }
}
