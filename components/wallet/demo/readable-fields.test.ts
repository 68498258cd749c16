import { describe, expect, it } from 'vitest'
import { readableFields } from './readable-fields'

describe('readableFields', () => {
  it('reads an agreement in the order in which it is signed', () => {
    const fields = readableFields({
      domain: { name: 'Switchyard' },
      primaryType: 'Agreement',
      types: {
        Agreement: [
          { name: 'offerId', type: 'bytes32' },
          { name: 'start', type: 'uint40' },
          { name: 'contractedWh', type: 'uint64[12]' },
          { name: 'nonce', type: 'uint256' },
        ],
      },
      message: { offerId: '0xabcd', start: '1767196800', contractedWh: ['1000', '2000'], nonce: '7' },
    })
    expect(fields).toEqual([
      { name: 'offerId', kind: 'hex', hex: '0xabcd' },
      { name: 'start', kind: 'moment', at: 1_767_196_800 },
      { name: 'contractedWh', kind: 'months', wh: [1000n, 2000n] },
      { name: 'nonce', kind: 'text', text: '7' },
    ])
  })

  it('reads the money and the deadline of a permit', () => {
    const fields = readableFields({
      domain: {},
      primaryType: 'Permit',
      types: {
        Permit: [
          { name: 'spender', type: 'address' },
          { name: 'value', type: 'uint256' },
          { name: 'deadline', type: 'uint256' },
        ],
      },
      message: { spender: '0x01', value: '1500000', deadline: '1767196800' },
    })
    expect(fields.map((field) => field.kind)).toEqual(['hex', 'money', 'moment'])
  })
})
