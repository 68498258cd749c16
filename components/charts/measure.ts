import type { Micro, Wh } from '@/lib/domain/units/units'
import { energyText, energyUnitFor, type EnergyUnit } from '@/lib/format/energy'
import type { Locale } from '@/lib/format/locale'
import { CURRENCY_SYMBOL, formatMoney } from '@/lib/format/money'
import { formatCount } from '@/lib/format/number'
import type { Measure, MonthBarsProps, MonthValues } from './month-series'

/** How one chart writes its values: one unit for all of them, so that they compare. */
export interface MeasureFormat {
  unit: string
  /** For an axis tick, given in whole units as the plot has them. */
  tick: (value: number) => string
  /** For a table or a tooltip: exact, with no unit. */
  value: (value: bigint) => string
  /** To pixels only: the one place where a quantity becomes a floating-point number. */
  toPlot: (value: bigint) => number
}

const MICRO_PER_UNIT = 1_000_000
const WH_PER_UNIT: Record<EnergyUnit, number> = { Wh: 1, kWh: 1_000, MWh: 1_000_000 }

export function measureFormat(measure: Measure, series: MonthBarsProps, locale: Locale): MeasureFormat {
  const tick = (value: number) => formatCount(value, locale)
  if (measure === 'money') {
    const value = (amount: bigint) => formatMoney(amount as Micro, locale).replace(CURRENCY_SYMBOL, '')
    return { unit: CURRENCY_SYMBOL, tick, value, toPlot: (amount) => Number(amount) / MICRO_PER_UNIT }
  }
  const unit = energyUnitFor(largest(series) as Wh)
  const value = (energy: bigint) => energyText(energy as Wh, locale, { unit }).number
  return { unit, tick, value, toPlot: (energy) => Number(energy) / WH_PER_UNIT[unit] }
}

function largest({ bars, mark, band }: MonthBarsProps): bigint {
  const all: MonthValues = [...bars.flatMap((one) => one.values), ...(mark?.values ?? []), ...(band?.high ?? [])]
  return all.reduce<bigint>((most, value) => (value !== null && value > most ? value : most), 0n)
}
