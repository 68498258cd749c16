import { readFileSync } from 'node:fs'
import { hashStruct } from 'viem'
import { describe, expect, it } from 'vitest'
import { tick } from '@/lib/domain/surplus/tick'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { creditFromId, creditId } from '../coding/credit'
import { orderFromWord, orderId, orderWord } from '../coding/order'
import { bidTypedData, lotTypedData, surplusTypes } from './surplus'
import { autopilotTypes } from './autopilot'
import { creditTypes, voucherNonce } from './credits'

/** The messages as the contracts have them, as text. */
const solidity = ['libraries/OrderLib.sol', 'EnergyCredits.sol', 'Autopilot.sol']
  .map((file) => readFileSync(`contracts/src/${file}`, 'utf8'))
  .join('\n')
const inContracts = [...solidity.matchAll(/"([A-Z]\w+\(.+\))"/g)].map(([, type]) => type)

const typeOf = ([name, fields]: [string, readonly { name: string; type: string }[]]) =>
  `${name}(${fields.map((field) => `${field.type} ${field.name}`).join(',')})`

describe('what is signed', () => {
  it('is what the contracts check', () => {
    const here = Object.entries({ ...surplusTypes, ...creditTypes, ...autopilotTypes }).map(typeOf)
    expect(here.sort()).toEqual(inContracts.sort())
  })
})

const ACCOUNT: Address = '0x00000000000000000000000000000000000000aa'
const order = {
  sessionId: 7n,
  account: ACCOUNT,
  energy: wh(700n),
  price: tick(600n),
  subject: `0x${'00'.repeat(32)}` as Hex,
  nonce: 3n,
  expiry: 1_767_225_600,
}
const place = { chainId: 31_337, surplusMarket: ACCOUNT }

describe('a lot or bid as it is kept', () => {
  const { types, message } = bidTypedData(place, order)
  const structHash = hashStruct({ types, primaryType: 'Bid', data: message })
  const word = orderWord(order, structHash)

  it('is salt, tick, energy and account, side by side', () => {
    const hex = word.toString(16).padStart(64, '0')
    expect(hex).toBe(`${structHash.slice(-8)}${'000258'}${'00000002bc'}${ACCOUNT.slice(2)}`)
  })

  it('comes apart again', () => {
    expect(orderFromWord(word)).toEqual({
      account: ACCOUNT,
      energy: 700n,
      price: 600n,
      salt: Number(`0x${structHash.slice(-8)}`),
    })
    expect(orderFromWord(0n)).toBeNull()
  })

  it('is another one for a lot', () => {
    const lot = lotTypedData(place, order)
    expect(hashStruct({ types: lot.types, primaryType: 'Lot', data: lot.message })).not.toBe(structHash)
  })

  /** keccak256 of 32 zero bytes and of the number one: published constants (Ethereum's storage slots 0 and 1). */
  it.each([
    [0n, '0x290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563'],
    [1n, '0xb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf6'],
  ])('%d has the id of its hash', (kept, id) => expect(orderId(kept)).toBe(id))
})

describe('the name of a credit', () => {
  const credit = { kind: 'Stored', region: 42, start: 1_764_518_400, expiry: 1_767_225_600, storageId: 3 } as const

  it('is its parts side by side', () => {
    const hex = creditId(credit).toString(16)
    expect(hex).toBe(`3${'006955b900'}${'00692c6a00'}${'0000002a'}${'02'}`)
  })

  it('comes apart again', () => expect(creditFromId(creditId(credit))).toEqual(credit))

  it('has no room for more', () => expect(() => creditId({ ...credit, region: 2 ** 32 })).toThrow(RangeError))
})

describe('the nonce of a voucher', () => {
  it('is the first of its key', () => expect(voucherNonce(5n)).toBe(5n * 2n ** 64n))
  it.each([0n, 2n ** 192n])('%d is no key', (key) => expect(() => voucherNonce(key)).toThrow(RangeError))
})
