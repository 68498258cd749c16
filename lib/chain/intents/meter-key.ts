/** The keys a meter can sign with, as people write them and as the chain keeps them (ERC-7913). Safe for the client. */
import { p256 } from '@noble/curves/nist.js'
import { concatHex, size, slice } from 'viem'
import { sameHex, ZERO_ADDRESS, type Address, type Hex } from '@/lib/domain/units/hex'

export const SIGNER_KINDS = ['secp256k1', 'P-256', 'other', 'revoked'] as const
export type SignerKind = (typeof SIGNER_KINDS)[number]

const ACCOUNT_BYTES = 20
const POINT_BYTES = 64
const UNCOMPRESSED = '04'

/** What kind of key a signer is: an account's, a P-256 key of the market's verifier, another verifier's, or none any more. */
export function signerKindOf(signer: Hex, p256Verifier: Address): SignerKind {
  if (sameHex(signer, ZERO_ADDRESS)) return 'revoked'
  if (size(signer) === ACCOUNT_BYTES) return 'secp256k1'
  const isP256 = size(signer) === ACCOUNT_BYTES + POINT_BYTES && sameHex(slice(signer, 0, ACCOUNT_BYTES), p256Verifier)
  return isP256 ? 'P-256' : 'other'
}

/**
 * The signer that a written key stands for: an account, a P-256 public key with or without the byte that says "uncompressed", or one
 * with the market's verifier in front. Null if no meter can sign with it: a point that is not on the curve has no key.
 */
export function meterSignerFrom(text: string, p256Verifier: Address): Hex | null {
  const digits = text.trim().toLowerCase().replace(/^0x/, '')
  if (!/^([0-9a-f]{2})+$/.test(digits)) return null
  const key = `0x${digits}` as Hex
  if (size(key) === ACCOUNT_BYTES) return sameHex(key, ZERO_ADDRESS) ? null : key
  const point = pointOf(key, p256Verifier)
  if (!point || !isOnCurve(point)) return null
  return concatHex([p256Verifier, point]).toLowerCase() as Hex
}

function pointOf(key: Hex, p256Verifier: Address): Hex | null {
  switch (size(key)) {
    case POINT_BYTES:
      return key
    case POINT_BYTES + 1:
      return key.slice(2, 4) === UNCOMPRESSED ? slice(key, 1) : null
    case POINT_BYTES + ACCOUNT_BYTES:
      return sameHex(slice(key, 0, ACCOUNT_BYTES), p256Verifier) ? slice(key, ACCOUNT_BYTES) : null
    default:
      return null
  }
}

function isOnCurve(point: Hex): boolean {
  try {
    p256.ProjectivePoint.fromHex(UNCOMPRESSED + point.slice(2)).assertValidity()
    return true
  } catch {
    return false
  }
}
