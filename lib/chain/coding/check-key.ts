/** Whether a meter's key signed a read, worked out without the chain's help. Safe for the client; brings the curves with it. */
import { p256 } from '@noble/curves/nist.js'
import { hashTypedData, hexToBytes, keccak256, recoverAddress, size, slice, toHex } from 'viem'
import type { Read } from '@/lib/domain/metering/read'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { readTypedData } from '../intents/read'
import type { CarriedSignature } from './carried-signature'

export interface KeyPlace {
  chainId: number
  meterRegistry: Address
  p256Verifier: Address
}

/** `contract`: only the account itself, if it is a contract, or another verifier than the market's could say so. */
export type KeyFinding = { kind: 'signed' | 'notSigned' } | { kind: 'contract'; account: Address }

const ADDRESS_BITS = 160
const KEY_BYTES_AT = 232n
const ADDRESS_BYTES = 20
const P256_KEY_BYTES = 84
const P256_SIGNATURE_BYTES = 64
const UNCOMPRESSED = '04'

export async function checkKey(
  read: Read,
  { facts, signature }: CarriedSignature,
  place: KeyPlace,
): Promise<KeyFinding> {
  const digest = hashTypedData(readTypedData(place, read))
  const signer = toHex(BigInt.asUintN(ADDRESS_BITS, facts), { size: ADDRESS_BYTES })
  const keyBytes = Number(facts >> KEY_BYTES_AT)
  if (keyBytes === 0) {
    const recovered = await recoverAddress({ hash: digest, signature }).catch(() => null)
    return recovered !== null && sameHex(recovered, signer) ? { kind: 'signed' } : { kind: 'contract', account: signer }
  }
  if (size(signature) < keyBytes) return { kind: 'notSigned' }
  const key = slice(signature, 0, keyBytes)
  // The registry keeps so much of the key's hash.
  if (!sameHex(slice(keccak256(key), 0, ADDRESS_BYTES), signer)) return { kind: 'notSigned' }
  const verifier = slice(key, 0, ADDRESS_BYTES)
  if (keyBytes !== P256_KEY_BYTES || !sameHex(verifier, place.p256Verifier))
    return { kind: 'contract', account: verifier }
  return { kind: signedByPoint(slice(key, ADDRESS_BYTES), digest, signature) ? 'signed' : 'notSigned' }
}

/** The verifier takes the lower of the two equivalent signatures only. */
function signedByPoint(point: Hex, digest: Hex, signature: Hex): boolean {
  if (size(signature) !== P256_KEY_BYTES + P256_SIGNATURE_BYTES) return false
  try {
    const rs = hexToBytes(slice(signature, P256_KEY_BYTES))
    return p256.verify(rs, hexToBytes(digest), hexToBytes(`0x${UNCOMPRESSED}${point.slice(2)}`), { lowS: true })
  } catch {
    return false
  }
}
