/** Points turned into what a chart draws and a tooltip says. The one place here where energy becomes a floating-point number. */
import { energyOf, isUnknown, type EnergyByQuality, type UsePoint } from '@/lib/domain/metering/use-point'
import { wh, type Wh } from '@/lib/domain/units/units'
import { energyText, energyUnitFor, type EnergyUnit } from '@/lib/format/energy'
import type { Locale } from '@/lib/format/locale'

/** In the order they stand on each other, the best known next to the axis. */
export const DRAWN_QUALITIES = ['Measured', 'Substituted', 'Estimated'] as const
type DrawnQuality = (typeof DRAWN_QUALITIES)[number]

export interface CurveRow {
  slot: string
  name: string
  tick: string | null
  /** In the unit of the chart; above the axis. Null where there is none, so that nothing is drawn. */
  up: Record<DrawnQuality, number | null>
  /** Below it: negative. */
  down: Record<DrawnQuality, number | null>
  beforeUp: number | null
  beforeDown: number | null
  /** Of some or all of it nothing is known. */
  missing: boolean
  href: string | null
  facts: readonly Fact[]
}

export interface Fact {
  label: string
  value: string
  unit?: string
}

const WH_PER: Record<EnergyUnit, number> = { Wh: 1, kWh: 1_000, MWh: 1_000_000 }
const DIGITS = 3

/** One unit for a whole chart and its table, so that numbers compare. */
export interface ChartUnit {
  unit: EnergyUnit
  text: (energy: Wh) => string
}

export function chartUnit(points: readonly UsePoint[], locale: Locale): ChartUnit {
  const largest = points.reduce((most, { importWh, exportWh }) => {
    const [taken, given] = [energyOf(importWh), energyOf(exportWh)]
    return taken > most ? (given > taken ? given : taken) : given > most ? given : most
  }, wh(0n))
  const unit = energyUnitFor(largest)
  return { unit, text: (energy) => energyText(energy, locale, { unit, digits: DIGITS }).number }
}

export interface RowWords {
  import: string
  export: string
  before: string
  quality: string
  noData: string
  /** How well a point is known, in words. */
  qualities: (point: UsePoint) => string
  name: (point: UsePoint) => string
  tick: (point: UsePoint) => string | null
  /** Further facts, such as the tariff register. */
  more: (point: UsePoint) => readonly Fact[]
  href: (point: UsePoint) => string | null
}

export interface RowsOf {
  points: readonly UsePoint[]
  /** The year before, by slot; empty if not asked for. */
  before: ReadonlyMap<string, UsePoint>
  exports: boolean
  unit: ChartUnit
}

export function curveRows({ points, before, exports, unit }: RowsOf, words: RowWords): CurveRow[] {
  const toPlot = (energy: Wh) => Number(energy) / WH_PER[unit.unit]
  const parts = (energy: EnergyByQuality, sign: 1 | -1) => {
    const part = (quality: DrawnQuality) => (energy[quality] === 0n ? null : sign * toPlot(energy[quality]))
    return { Measured: part('Measured'), Substituted: part('Substituted'), Estimated: part('Estimated') }
  }
  return points.map((point) => {
    const past = known(before.get(point.slot))
    return {
      slot: point.slot,
      name: words.name(point),
      tick: words.tick(point),
      up: parts(point.importWh, 1),
      down: parts(point.exportWh, -1),
      beforeUp: past && toPlot(energyOf(past.importWh)),
      beforeDown: past && exports ? -toPlot(energyOf(past.exportWh)) : null,
      missing: point.minutes.Missing > 0,
      href: words.href(point),
      facts: factsOf(point, { past, exports, unit, words, compared: before.size > 0 }),
    }
  })
}

interface FactsOf {
  past: UsePoint | null
  exports: boolean
  compared: boolean
  unit: ChartUnit
  words: RowWords
}

function factsOf(point: UsePoint, { past, exports, compared, unit, words }: FactsOf): Fact[] {
  const energy = (label: string, value: Wh | null): Fact =>
    value === null ? { label, value: words.noData } : { label, value: unit.text(value), unit: unit.unit }
  const here = known(point)
  return [
    energy(words.import, here && energyOf(here.importWh)),
    ...(exports ? [energy(words.export, here && energyOf(here.exportWh))] : []),
    ...(compared ? [energy(words.before, past && energyOf(past.importWh))] : []),
    { label: words.quality, value: words.qualities(point) },
    ...words.more(point),
  ]
}

function known(point: UsePoint | undefined): UsePoint | null {
  return point === undefined || isUnknown(point) ? null : point
}
