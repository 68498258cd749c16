/** Energy of a meter, interval by interval, from a delimited file. See docs/replay.md for the columns. */
import type { IntervalRun } from '@/lib/domain/metering/interval-run'
import { Refused } from '@/lib/domain/refused'
import { readIntervals, type IntervalFile, type IntervalFormat, type NumberColumn } from './interval-file'
import { WholeWh } from './whole-wh'

/** Decimals that are counted: what programs print for a double, and more. */
const SCALE = 18
const ONE = 10n ** BigInt(SCALE)
const HOUR_S = 3_600n
/** No connection takes a terawatt-hour within one interval. */
const MOST_WH = 10n ** 12n

const UNITS = { kwh: [1_000n, false], wh: [1n, false], kw: [1_000n, true], w: [1n, true] } as const
type UsageUnit = keyof typeof UNITS

const DIRECTIONS = ['import', 'export'] as const

export const USAGE_COLUMNS: readonly NumberColumn[] = DIRECTIONS.flatMap((direction) =>
  (Object.keys(UNITS) as UsageUnit[]).map((unit) => ({
    key: `${direction}_${unit}`,
    scale: SCALE,
    // A file with one column of energy means energy taken.
    ...(direction === 'import' ? { alias: unit } : {}),
  })),
)

export interface UsageFile {
  run: IntervalRun
  /** The line of each interval, in order of time. */
  lines: readonly number[]
  /** Intervals that were finer than a watt-hour: the rest of one was carried into the next. */
  carried: number
}

export async function readUsage(chunks: AsyncIterable<string>, format: IntervalFormat): Promise<UsageFile> {
  const found = await readIntervals(chunks, format, USAGE_COLUMNS)
  const [taken, given] = DIRECTIONS.map((direction) => wholeWh(found, direction, format.file))
  const nothing = () => ({ energy: new BigUint64Array(found.lines.length), carried: 0 })
  const [imported, exported] = [taken ?? nothing(), given ?? nothing()]
  const { start, seconds, lines } = found
  const run = { start, seconds, importWh: imported.energy, exportWh: exported.energy }
  return { run, lines, carried: imported.carried + exported.carried }
}

/** The energy of one direction, if a column holds it. */
function wholeWh(found: IntervalFile, direction: string, file: string) {
  const present = [...found.numbers].filter(([key]) => key.startsWith(`${direction}_`))
  const [only, other] = present
  if (!only) return null
  if (other) {
    const what = `the columns ${only[0]} and ${other[0]} hold the same thing`
    throw new Refused('ColumnUnclear', { what, todo: 'Leave one of them out, or rename it.', file })
  }
  const [key, values] = only
  const [inWh, isMean] = UNITS[key.slice(direction.length + 1) as UsageUnit]
  const factor = isMean ? inWh * BigInt(found.seconds) : inWh
  const per = isMean ? HOUR_S : 1n
  const most = (MOST_WH * ONE * per) / factor
  const energy = new BigUint64Array(values.length)
  const whole = new WholeWh(SCALE, per)
  for (const [row, value] of values.entries()) {
    requireSensible(value, { key, most, file, line: found.lines[row] ?? 0 })
    energy[row] = whole.next(value * factor)
  }
  return { energy, carried: whole.carried }
}

function requireSensible(
  value: bigint,
  { key, most, file, line }: { key: string; most: bigint; file: string; line: number },
): void {
  if (value < 0n) {
    const other = key.startsWith('import') ? 'export' : 'import'
    const todo = `Energy of the other direction goes into a column of its own (${other}_…).`
    throw new Refused('EnergyNegative', { what: `${key} is below zero`, todo, file, line })
  }
  if (value > most) {
    const todo = 'Check the unit of the column.'
    throw new Refused('NumberAbsurd', { what: `${key} is more than a TWh in one interval`, todo, file, line })
  }
}
