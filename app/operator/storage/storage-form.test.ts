import { describe, expect, it } from 'vitest'
import { FormReader } from '../meters/form-reader'
import { readStorage } from './storage-form'

function read(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ efficiency: '90', lifetime: '30', capacity: '5000', ...fields }))
    form.set(name, value)
  const reader = new FormReader(form, 'Asia/Shanghai')
  return { terms: readStorage(reader), faults: reader.faults, typed: reader.typed }
}

describe('readStorage', () => {
  it('reads basis points, seconds and Wh', () => {
    expect(read({}).terms).toEqual({ efficiency: 9_000n, lifetime: 2_592_000, capacity: 5_000_000n })
    expect(read({ efficiency: '87,25', capacity: '0.001' }).terms).toMatchObject({ efficiency: 8_725n, capacity: 1n })
  })

  it.each([
    ['efficiency', '100', {}],
    ['efficiency', '0.01', {}],
    ['efficiency', '100.01', { efficiency: 'range' }],
    ['efficiency', '0', { efficiency: 'range' }],
    ['efficiency', '90.001', { efficiency: 'number' }],
    ['efficiency', '-5', { efficiency: 'number' }],
    ['efficiency', '', { efficiency: 'missing' }],
    ['lifetime', '1', {}],
    // 49,710 days are 4,294,944,000 s, and 2^32 is 4,294,967,296.
    ['lifetime', '49710', {}],
    ['lifetime', '49711', { lifetime: 'range' }],
    ['lifetime', '0', { lifetime: 'range' }],
    ['lifetime', '1.5', { lifetime: 'number' }],
    ['capacity', '0', { capacity: 'range' }],
    ['capacity', '0.0001', { capacity: 'number' }],
    // 2^64 Wh.
    ['capacity', '18446744073709551.616', { capacity: 'number' }],
    ['capacity', '18446744073709551.615', {}],
  ])('%s “%s”', (name, value, faults) => {
    const { faults: found, typed } = read({ [name]: value })
    expect([found, typed[name]]).toEqual([faults, value])
  })

  it('finds what is wrong with each field', () =>
    expect(read({ efficiency: '200', lifetime: 'long', capacity: '' }).faults).toEqual({
      efficiency: 'range',
      lifetime: 'number',
      capacity: 'missing',
    }))
})
