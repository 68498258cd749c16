/** Keys in meters: real ones, of the two kinds the registry accepts. Those of the demo's meters come from its public seed. */
import { p256 } from '@noble/curves/nist.js'
import { concatHex, encodeAbiParameters, hashTypedData, hexToBytes, keccak256, stringToHex, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Read } from '@/lib/domain/metering/read'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { readTypedData } from './intents/read'

export type MeterKeyKind = 'secp256k1' | 'P-256'

export interface MeterKey {
  kind: MeterKeyKind
  /** ERC-7913 signer: an account, or verifier ++ x ++ y. */
  signer: Hex
  sign: (read: Read) => Promise<Hex>
}

export interface MeterKeyPlace {
  chainId: number
  meterRegistry: Address
  p256Verifier: Address
}

const DEMO_METER_SEED = keccak256(stringToHex('Switchyard demo meters'))

/** What a meter keeps: the kind of its key, and the secret. */
export interface MeterSecret {
  kind: MeterKeyKind
  /** 32 bytes, below the order of the curve and not zero. */
  secret: Hex
}

export function meterKeyOf({ kind, secret }: MeterSecret, place: MeterKeyPlace): MeterKey {
  return kind === 'P-256' ? p256Key(secret, place) : accountKey(secret, place)
}

/** Demo only: half of all meters, chosen by their id, hold a P-256 key as DLMS/COSEM suite 1 meters do. */
export function demoMeterKey(meterId: Hex, place: MeterKeyPlace): MeterKey {
  const secret = secretOf(meterId)
  return meterKeyOf({ kind: BigInt(meterId) % 2n === 0n ? 'secp256k1' : 'P-256', secret }, place)
}

function accountKey(secret: Hex, place: MeterKeyPlace): MeterKey {
  const account = privateKeyToAccount(secret)
  return {
    kind: 'secp256k1',
    signer: account.address.toLowerCase() as Hex,
    sign: (read) => account.signTypedData(readTypedData(place, read)),
  }
}

function p256Key(secret: Hex, place: MeterKeyPlace): MeterKey {
  const key = hexToBytes(secret)
  // Without the first byte, which says "uncompressed".
  const point = toHex(p256.getPublicKey(key, false).slice(1))
  return {
    kind: 'P-256',
    signer: concatHex([place.p256Verifier, point]).toLowerCase() as Hex,
    // The verifier accepts the lower of the two equivalent signatures only.
    sign: async (read) =>
      toHex(p256.sign(hexToBytes(hashTypedData(readTypedData(place, read))), key, { lowS: true }).toCompactRawBytes()),
  }
}

/** Below both curves' orders, which start with 0xffffffff: the first byte is zero. */
function secretOf(meterId: Hex): Hex {
  const digest = keccak256(encodeAbiParameters([{ type: 'bytes32' }, { type: 'bytes32' }], [DEMO_METER_SEED, meterId]))
  return toHex(BigInt(digest) >> 8n, { size: 32 })
}
