import { describe, expect, it } from 'vitest'
import { FormReader } from '../meters/form-reader'
import { readFeedIn } from './feed-in-form'

const PERIODS = [{ start: 1_764_518_400 }]
const PAYER = `0x${'aB'.repeat(20)}`

function read(fields: Record<string, string>) {
  const form = new FormData()
  const right = { region: '42', start: '1764518400', payer: PAYER, price: '0.25' }
  for (const [name, value] of Object.entries({ ...right, ...fields })) form.set(name, value)
  const reader = new FormReader(form, 'Asia/Shanghai')
  return { feedIn: readFeedIn(reader, PERIODS), faults: reader.faults, typed: reader.typed }
}

describe('readFeedIn', () => {
  it('reads millionths a kWh', () =>
    expect(read({})).toMatchObject({
      feedIn: { region: 42, start: 1_764_518_400, payer: PAYER.toLowerCase(), price: 250_000n },
    }))

  it.each([
    ['0,25', 250_000n],
    ['０．３８４５', 384_500n],
    ['0.000001', 1n],
    ['0', 0n],
  ])('%s is a price', (price, micro) => {
    const { feedIn, faults } = read({ price })
    expect([feedIn.price, faults]).toEqual([micro, {}])
  })

  it.each([
    ['', 'missing'],
    ['cheap', 'number'],
    ['-0.1', 'number'],
    ['0.0000001', 'number'],
    // A thousand and some, or a little more than one.
    ['1,250', 'number'],
    // Above 64 bits of millionths.
    ['18446744073709.551616', 'number'],
  ])('“%s” is none, and stays as it was typed', (price, fault) =>
    expect(read({ price })).toMatchObject({ faults: { price: fault }, typed: { price } }),
  )

  it('knows only published periods, and accounts', () => {
    expect(read({ start: '1764518401' }).faults).toEqual({ start: 'choice' })
    expect(read({ payer: '0x12' }).faults).toEqual({ payer: 'account' })
    expect(read({ region: '4294967296' }).faults).toEqual({ region: 'range' })
  })
})
