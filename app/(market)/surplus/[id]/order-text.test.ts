import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { readEnergy, readTick, stepped, typedTick } from './order-text'
import { tick } from '@/lib/domain/surplus/tick'

const said = (read: ReturnType<typeof readEnergy> | ReturnType<typeof readTick>) => (read.ok ? read.value : read.fault)

describe('readEnergy', () => {
  it.each([
    ['12.5', 12_500n],
    ['０,5', 500n],
    ['0.001', 1n],
    ['0.0001', 'malformed'],
    ['0', 'zero'],
    ['', 'missing'],
    ['-1', 'malformed'],
    ['1,234', 'ambiguous'],
    ['20', 20_000n],
    ['20.001', 'tooMuch'],
  ])('%s of 20 kWh', (text, value) => expect(said(readEnergy(text, wh(20_000n)))).toBe(value))

  it('knows the most that one order holds: 2⁴⁰ − 1 Wh', () => {
    expect(said(readEnergy('1099511627.775', null))).toBe(1_099_511_627_775n)
    expect(said(readEnergy('1099511627.776', null))).toBe('tooMuch')
  })
})

describe('readTick', () => {
  it.each([
    ['0.45', 450n],
    ['0,451', 451n],
    ['12', 12_000n],
    ['0', 0n],
    ['0.4505', 'finer'],
    ['', 'missing'],
    ['x', 'malformed'],
    ['16777.215', 16_777_215n],
    ['16777.216', 'tooMuch'],
  ])('%s', (text, value) => expect(said(readTick(text))).toBe(value))

  it('reads back what it writes', () => expect(typedTick(tick(451n))).toBe('0.451'))
})

describe('stepped', () => {
  it.each([
    ['0.45', 1, '0.451'],
    ['0.451', -1, '0.45'],
    ['', 1, '0.001'],
    ['0', -1, '0'],
    ['16777.215', 1, '16777.215'],
    ['abc', 1, 'abc'],
  ] as const)('%s by %i', (text, steps, next) => expect(stepped(text, steps)).toBe(next))
})
