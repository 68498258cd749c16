import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { hoursOf } from './calendar'
import { packDay, registerTotals, unpackDay } from './intervals'
import { marketRegisterCalendar } from './registers'

/** Repeatable numbers that look like energy: no clock, no chance. */
function energies(count: number, seed: number) {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return wh(BigInt(state % 2_000_000))
  })
}

function hoursOn(date: string, timeZone: string) {
  const hours = hoursOf(date, timeZone)
  const taken = energies(hours.length, 1)
  const given = energies(hours.length, 2)
  return hours.map((hour, index) => ({ ...hour, importWh: taken[index] ?? wh(0n), exportWh: given[index] ?? wh(0n) }))
}

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)

describe('register totals', () => {
  it.each([
    ['2026-05-01', 'Asia/Shanghai', 24],
    ['2026-03-29', 'Europe/London', 23],
    ['2026-10-25', 'Europe/London', 25],
    ['2026-04-05', 'Australia/Sydney', 25],
    ['2026-03-08', 'America/New_York', 23],
  ])('neither creates nor loses a Wh on %s in %s', (date, timeZone, count) => {
    const hours = hoursOn(date, timeZone)
    const totals = registerTotals(hours, marketRegisterCalendar)
    expect(hours).toHaveLength(count)
    expect(sum(totals.importWh)).toBe(sum(hours.map((hour) => hour.importWh)))
    expect(totals.exportWh).toBe(sum(hours.map((hour) => hour.exportWh)))
    const largest = hours.reduce<bigint>((peak, hour) => (hour.importWh > peak ? hour.importWh : peak), 0n)
    expect(totals.maxDemandW).toBe(largest)
  })

  it('counts each hour on the register of its window', () => {
    const hours = hoursOf('2026-05-01', 'Asia/Shanghai').map((hour) => ({
      ...hour,
      importWh: wh(1n),
      exportWh: wh(0n),
    }))
    expect(registerTotals(hours, marketRegisterCalendar).importWh).toEqual([2n, 6n, 8n, 5n, 3n])
  })

  it('is zero for no hours', () => {
    const none = { importWh: [0n, 0n, 0n, 0n, 0n], exportWh: 0n, maxDemandW: 0n }
    expect(registerTotals([], marketRegisterCalendar)).toEqual(none)
  })
})

describe('packed days', () => {
  it.each([0, 23, 24, 25, 92, 96, 100])('comes back as it went in with %i intervals', (count) => {
    const day = energies(count, count + 1)
    expect(unpackDay(packDay(day))).toEqual(day)
  })

  it('keeps the smallest, the largest and every width in between', () => {
    const edges = [
      0n,
      1n,
      127n,
      128n,
      16_383n,
      16_384n,
      2_097_151n,
      2_097_152n,
      268_435_455n,
      268_435_456n,
      4_294_967_295n,
    ]
    expect(unpackDay(packDay(edges.map(wh)))).toEqual(edges)
    expect(packDay([wh(300n)])).toEqual(Uint8Array.of(0xac, 0x02))
  })

  it('refuses an interval that does not fit', () => {
    expect(() => packDay([wh(4_294_967_296n)])).toThrow('out of range')
    expect(() => unpackDay(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x1f))).toThrow('out of range')
  })

  it('refuses bytes that were cut short, are too long, or could be shorter', () => {
    expect(() => unpackDay(Uint8Array.of(0x01, 0x80))).toThrow('cut short')
    expect(() => unpackDay(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x01))).toThrow('too long')
    expect(() => unpackDay(Uint8Array.of(0x81, 0x00))).toThrow('empty last byte')
  })
})
