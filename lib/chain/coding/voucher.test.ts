import { concatBytes, keccak256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { beforeAll, describe, expect, it } from 'vitest'
import { ZERO_ADDRESS, type Address, type Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { voucherNonce, voucherTypedData, type CreditsPlace, type Voucher } from '../intents/credits'
import { fromBase32, toBase32 } from './base32'
import { creditId } from './credit'
import { LONGEST_SIGNATURE, voucherFromText, voucherText, type SignedVoucher } from './voucher'

const place: CreditsPlace = { chainId: 31_337, energyCredits: `0x${'c0'.repeat(20)}` }
const owner = privateKeyToAccount(`0x${'07'.repeat(32)}`)
const voucher: Voucher = {
  account: owner.address.toLowerCase() as Address,
  creditId: creditId({ kind: 'Exported', region: 420_000, start: 1_767_225_600, expiry: 0, storageId: 0 }),
  most: wh(12_345n),
  station: `0x${'5a'.repeat(20)}`,
  nonce: voucherNonce((1n << 192n) - 1n),
  expiry: 1_767_312_000,
}
let signed: SignedVoucher
let text: string

beforeAll(async () => {
  signed = { voucher, signature: await owner.signTypedData(voucherTypedData(place, voucher)) }
  text = voucherText(signed, place)
})

const nameOf = (of: string, at = place) => {
  const read = voucherFromText(of, at)
  return read.ok ? null : read.refusal.name
}
/** The text with other bytes under a checksum that fits: what somebody hostile would write. */
function forged(change: (body: Uint8Array) => Uint8Array): string {
  const body = change(fromBase32(text.slice(3))!.slice(0, -4))
  return 'SYV' + toBase32(concatBytes([body, keccak256(body, 'bytes').subarray(0, 4)]))
}

describe('base32', () => {
  it('writes the examples of RFC 4648, section 10, without their padding', () => {
    const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((word) => toBase32(Buffer.from(word)))
    expect(written).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
  })

  it('reads only what it writes', () => {
    expect(Buffer.from(fromBase32('MZXW6YTBOI')!).toString()).toBe('foobar')
    // Another letter at the end with the same byte, one letter too many, letters of no alphabet.
    for (const other of ['MZ', 'MYA', 'M', 'M1', 'my', 'M=']) expect(fromBase32(other), other).toBeNull()
  })
})

describe('a voucher as text', () => {
  it('comes back as it was, for one station and for any', () => {
    expect(voucherFromText(text, place)).toEqual({ ok: true, value: signed })
    const forAnyone = { ...signed, voucher: { ...voucher, station: ZERO_ADDRESS } }
    expect(voucherFromText(voucherText(forAnyone, place), place)).toEqual({ ok: true, value: forAnyone })
  })

  it('fits a QR code in its densest letters', () => {
    expect(text).toMatch(/^[0-9A-Z]+$/)
    // 1 + 4 + 20 + 19 + 8 + 21 + 24 + 5 + 2 + 65 + 4 bytes, 8 bits each, 5 bits a letter.
    expect(text).toHaveLength(3 + Math.ceil((173 * 8) / 5))
  })

  it('may be broken into lines and small letters on its way', () => {
    const broken = ` ${text.slice(0, 70).toLowerCase()}\n${text.slice(70)}\r\n`
    expect(voucherFromText(broken, place)).toEqual({ ok: true, value: signed })
  })

  it('is refused wherever it was cut', () => {
    for (let end = 3; end < text.length; end++) expect(nameOf(text.slice(0, end)), `${end}`).toBe('VoucherDamaged')
    for (const end of [0, 1, 2]) expect(nameOf(text.slice(0, end))).toBe('VoucherUnreadable')
    expect(nameOf(text.slice(0, 3) + text.slice(5))).toBe('VoucherDamaged')
    expect(nameOf(`${text}A`)).toBe('VoucherDamaged')
    expect(nameOf(text + text)).toBe('VoucherDamaged')
  })

  it('is refused with any one letter changed', () => {
    for (let at = 3; at < text.length; at++) {
      const changed = text.slice(0, at) + (text[at] === 'Q' ? 'R' : 'Q') + text.slice(at + 1)
      expect(nameOf(changed), `${at}`).toBe('VoucherDamaged')
    }
  })

  it('is refused where bytes were cut or added under a checksum that fits', () => {
    const length = fromBase32(text.slice(3))!.length - 4
    for (let end = 1; end < length; end++) expect(nameOf(forged((body) => body.slice(0, end)))).toBe('VoucherDamaged')
    expect(nameOf(forged((body) => concatBytes([body, Uint8Array.of(0)])))).toBe('VoucherDamaged')
  })

  it.each<[string, number, number[], string]>([
    ['a version to come', 0, [2], 'VoucherVersionUnknown'],
    ['a chain or contract that is another', 1, [0, 0, 0, 0], 'VoucherOfOtherMarket'],
    ['a credit of no kind', 43, [9], 'VoucherDamaged'],
    ['a flag of neither meaning', 52, [2], 'VoucherDamaged'],
    ['a station that is nobody', 53, Array<number>(20).fill(0), 'VoucherDamaged'],
    ['the key of ordered signatures', 73, Array<number>(24).fill(0), 'VoucherDamaged'],
    ['a signature of more bytes than there are', 102, [255, 255], 'VoucherDamaged'],
    ['no signature', 102, [0, 0], 'VoucherDamaged'],
  ])('is refused with %s', (_, at, bytes, name) => {
    expect(
      nameOf(
        forged((body) => {
          const changed = body.slice()
          changed.set(bytes, at)
          return changed
        }),
      ),
    ).toBe(name)
  })

  it('is of one chain and one contract', () => {
    expect(nameOf(text, { ...place, chainId: 1 })).toBe('VoucherOfOtherMarket')
    expect(nameOf(text, { ...place, energyCredits: ZERO_ADDRESS })).toBe('VoucherOfOtherMarket')
  })

  it('takes whatever was scanned', () => {
    for (const other of ['', 'https://example.org', 'syv', 'SYV', `0x${'00'.repeat(200)}`, 'SYV🔌', '\0'.repeat(99)])
      expect(nameOf(other), other).toMatch(/^Voucher(Unreadable|Damaged)$/)
    expect(nameOf('A'.repeat(10_000_000))).toBe('VoucherUnreadable')
    expect(nameOf(`SYV${'A'.repeat(3_000)}`)).toBe('VoucherDamaged')
  })

  it('holds the signature of a contract wallet up to its limit', () => {
    const long: Hex = `0x${'ab'.repeat(LONGEST_SIGNATURE)}`
    const read = voucherFromText(voucherText({ voucher, signature: long }, place), place)
    expect(read.ok && read.value.signature).toBe(long)
    expect(() => voucherText({ voucher, signature: `${long}ab` }, place)).toThrow(RangeError)
    expect(() => voucherText({ voucher: { ...voucher, nonce: 3n }, signature: long }, place)).toThrow(RangeError)
  })
})
