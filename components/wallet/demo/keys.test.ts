import { describe, expect, it } from 'vitest'
import { demoAccountOf } from './keys'

describe('demoAccountOf', () => {
  it('finds a member by its address, whatever its case', () => {
    const first = demoAccountOf({
      name: 'First',
      address: '0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266'.replace('0X', '0x'),
    })
    expect(first.address).toBe('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266')
    const tenth = demoAccountOf({ name: 'Tenth', address: '0xa0ee7a142d267c1f36714e4a8f75612f20a79720' })
    expect(tenth.address).toBe('0xa0Ee7A142d267C1f36714E4a8F75612F20a79720')
  })

  it('refuses an account that is not of the mnemonic', () =>
    expect(() => demoAccountOf({ name: 'Stranger', address: `0x${'11'.repeat(20)}` })).toThrow('Stranger'))
})
