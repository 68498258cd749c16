import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { ZERO_ADDRESS } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { voucherNonce, voucherTypedData, type Voucher } from '../intents/credits'
import { voucherSigner } from './voucher-signer'

const place = { chainId: 31_337, energyCredits: ZERO_ADDRESS }
const owner = privateKeyToAccount(`0x${'07'.repeat(32)}`)
const voucher: Voucher = {
  account: owner.address,
  creditId: 1n,
  most: wh(5n),
  station: ZERO_ADDRESS,
  nonce: voucherNonce(1n),
  expiry: 1_767_225_600,
}
const signed = () => owner.signTypedData(voucherTypedData(place, voucher))

describe('who signed a voucher', () => {
  it('is its owner', async () => {
    expect(await voucherSigner({ voucher, signature: await signed() }, place)).toBe('owner')
  })

  it('is unknown where a word of it was changed, or where it is of another market', async () => {
    const signature = await signed()
    for (const change of [
      { most: wh(6n) },
      { expiry: voucher.expiry + 1 },
      { creditId: 2n },
      { nonce: voucherNonce(2n) },
    ])
      expect(await voucherSigner({ voucher: { ...voucher, ...change }, signature }, place)).toBe('unknown')
    expect(await voucherSigner({ voucher, signature }, { ...place, chainId: 1 })).toBe('unknown')
  })

  it('is unknown for the signature of another, and for what is no signature', async () => {
    const other = privateKeyToAccount(`0x${'08'.repeat(32)}`)
    const signature = await other.signTypedData(voucherTypedData(place, voucher))
    expect(await voucherSigner({ voucher, signature }, place)).toBe('unknown')
    for (const bytes of ['0x12', `0x${'00'.repeat(65)}`, `0x${'ff'.repeat(300)}`] as const)
      expect(await voucherSigner({ voucher, signature: bytes }, place)).toBe('unknown')
  })
})
