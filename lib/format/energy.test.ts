import { describe, expect, it } from 'vitest'
import { watt, wh } from '@/lib/domain/units/units'
import { energyText, formatDemand, formatEnergy, formatEnergyDifference } from './energy'

describe('formatEnergy', () => {
  it('writes kilowatt-hours', () => expect(formatEnergy(wh(1_234_567n), 'en')).toBe('1,234.6\u00a0kWh'))
  it('writes megawatt-hours when the number grows long', () =>
    expect(formatEnergy(wh(1_234_567_890n), 'en')).toBe('1,234.568\u00a0MWh'))
  it('keeps the unit it is told, so that columns compare', () =>
    expect(formatEnergy(wh(1_234_567_890n), 'en', { unit: 'kWh' })).toBe('1,234,567.9\u00a0kWh'))
  it('shows every Wh when exact', () =>
    expect(energyText(wh(105_000_001n), 'zh', { exact: true })).toEqual({ number: '105,000.001', unit: 'kWh' }))
  it('marks a difference', () => expect(formatEnergyDifference(-1_500n, 'en')).toBe('−1.5\u00a0kWh'))
})

describe('formatDemand', () => {
  it('writes kilowatts', () => expect(formatDemand(watt(12_500n), 'en')).toBe('12.5\u00a0kW'))
})
