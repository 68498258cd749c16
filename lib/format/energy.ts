import type { Watt, Wh } from '@/lib/domain/units/units'
import { formatDecimal } from './number'
import type { Locale } from './locale'

export type EnergyUnit = 'Wh' | 'kWh' | 'MWh'

const SCALE: Record<EnergyUnit, number> = { Wh: 0, kWh: 3, MWh: 6 }
const DIGITS: Record<EnergyUnit, number> = { Wh: 0, kWh: 1, MWh: 3 }

/** From here on kilowatt-hours are too long to compare at a glance: 1,000 MWh. */
const MWH_FROM = 1_000_000_000n

export interface EnergyStyle {
  /** Fix the unit, so that the numbers of one column or chart compare; by default it follows the size. */
  unit?: EnergyUnit
  /** Fraction digits; by default 1 for kWh and 3 for MWh. */
  digits?: number
  /** Every Wh. */
  exact?: boolean
  /** A plus sign before a positive value, for differences. */
  signed?: boolean
}

export interface QuantityText {
  number: string
  unit: string
}

export function energyUnitFor(energy: Wh): EnergyUnit {
  return energy >= MWH_FROM || energy <= -MWH_FROM ? 'MWh' : 'kWh'
}

/** Energy as number and unit apart, so that the unit can be set in a quieter tone. */
export function energyText(energy: Wh, locale: Locale, style: EnergyStyle = {}): QuantityText {
  const unit = style.unit ?? energyUnitFor(energy)
  const digits = style.exact ? SCALE[unit] : Math.min(style.digits ?? DIGITS[unit], SCALE[unit])
  return { number: formatDecimal({ value: energy, scale: SCALE[unit], digits, locale, signed: style.signed }), unit }
}

/** A number never stands at the end of one line and its unit on the next. */
const WITH_UNIT = '\u00a0'

/** Energy as one text: "1,234.5 kWh". */
export function formatEnergy(energy: Wh, locale: Locale, style: EnergyStyle = {}): string {
  const { number, unit } = energyText(energy, locale, style)
  return `${number}${WITH_UNIT}${unit}`
}

/** Energy that may be negative, with its sign: "+1.5 kWh". */
export function formatEnergyDifference(differenceWh: bigint, locale: Locale, style: EnergyStyle = {}): string {
  return formatEnergy(differenceWh as Wh, locale, { ...style, signed: true })
}

const WH_PER_KWH = 1000n

/** Energy as a bill states it: always kWh, every Wh of it, without empty decimals. */
export function billedEnergy(energy: Wh, locale: Locale): string {
  return formatEnergy(energy, locale, { unit: 'kWh', digits: energy % WH_PER_KWH === 0n ? 0 : 3 })
}

/** Demand in watts as kilowatts: "12.5 kW". */
export function formatDemand(demand: Watt, locale: Locale): string {
  return `${formatDecimal({ value: demand, scale: 3, digits: 1, locale })}${WITH_UNIT}kW`
}
