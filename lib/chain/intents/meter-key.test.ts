import { concatHex, slice } from 'viem'
import { describe, expect, it } from 'vitest'
import { meterSignerFrom, signerKindOf } from './meter-key'

const VERIFIER = '0x00000000000000000000000000000000000000f9'
/** The first point of NIST's P-256 test vectors for ECDSA with SHA-256 (RFC 6979, A.2.5). */
const POINT =
  '0x60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299'
const ACCOUNT = '0x00000000000000000000000000000000000000aa'
const SIGNER = concatHex([VERIFIER, POINT])

describe('a key as a person writes it', () => {
  it.each([
    ['an account', ACCOUNT, ACCOUNT],
    ['an account without 0x, in capitals', ACCOUNT.slice(2).toUpperCase(), ACCOUNT],
    ['a point', POINT, SIGNER],
    ['a point with spaces around it', ` ${POINT}\n`, SIGNER],
    ['a point with the byte that says uncompressed', `0x04${POINT.slice(2)}`, SIGNER],
    ['a point with its verifier in front', SIGNER, SIGNER],
  ])('%s', (_, text, signer) => {
    expect(meterSignerFrom(text, VERIFIER)).toBe(signer)
  })

  it.each([
    ['nothing', ''],
    ['no number', '0xkey'],
    ['half a byte', '0xabc'],
    ["nobody's account", '0x0000000000000000000000000000000000000000'],
    ['a point that is not on the curve', `${POINT.slice(0, -1)}8`],
    ['a compressed point', `0x02${POINT.slice(2, 66)}`],
    ['another first byte than that of an uncompressed point', `0x05${POINT.slice(2)}`],
    ['a point with another verifier in front', concatHex([ACCOUNT, POINT])],
    ['a byte too many for an account', `${ACCOUNT}00`],
  ])('no key: %s', (_, text) => {
    expect(meterSignerFrom(text, VERIFIER)).toBeNull()
  })
})

describe('the kind of a signer', () => {
  it.each([
    ['secp256k1', ACCOUNT],
    ['P-256', SIGNER],
    ['other', concatHex([ACCOUNT, POINT])],
    ['other', slice(SIGNER, 0, 50)],
    ['revoked', '0x0000000000000000000000000000000000000000'],
  ] as const)('%s: %s', (kind, signer) => {
    expect(signerKindOf(signer, VERIFIER)).toBe(kind)
  })
})
