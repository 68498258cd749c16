import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/bill-line.json'
import { nameOf } from '../units/codes'
import { seededRandom } from '../units/seeded-random'
import { micro, microPerKwh, wh } from '../units/units'
import { LINE_KINDS, PAYEES, pack, unpack, type BillLine } from './lines'

describe('bill line', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const line: BillLine = {
      kind: nameOf(LINE_KINDS, Number(given.kind)),
      payee: nameOf(PAYEES, Number(given.payee)),
      quantity: wh(BigInt(given.quantityWh)),
      price: microPerKwh(BigInt(given.priceMicroPerKwh)),
      amount: micro(BigInt(given.amount)),
    }
    if (out.word === undefined) {
      expect(() => pack(line)).toThrow(expect.objectContaining({ name: out.refusal }))
      return
    }
    expect(String(pack(line))).toBe(out.word)
    expect(unpack(BigInt(out.word))).toEqual(line)
  })

  it('unpacks what was packed', () => {
    const random = seededRandom(11n)
    for (let run = 0; run < 2_000; run++) {
      const line: BillLine = {
        kind: random.pick(LINE_KINDS),
        payee: random.pick(PAYEES),
        quantity: wh(random.below(1n << 64n)),
        price: microPerKwh(random.below(1n << 64n)),
        amount: micro(random.below(1n << 112n)),
      }
      expect(unpack(pack(line))).toEqual(line)
    }
  })

  it('refuses a word with an unknown kind or payee', () => {
    expect(() => unpack(BigInt(LINE_KINDS.length) << 248n)).toThrow(RangeError)
    expect(() => unpack(BigInt(PAYEES.length) << 240n)).toThrow(RangeError)
  })
})
