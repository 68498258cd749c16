/** A meter's key in a file of its own: readable by its owner only, and never written over another. */
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { bytesToHex } from 'viem'
import { z } from 'zod'
import { meterKeyOf, type MeterKey, type MeterKeyPlace, type MeterSecret } from '@/lib/chain/meter-keys'
import { Refused } from '@/lib/domain/refused'
import type { Hex } from '@/lib/domain/units/hex'
import type { NewKey } from './options'

const ONLY_OWNER = 0o600
const POINT_DIGITS = 128
/** For the public key alone it does not matter where the meter is. */
const NOWHERE: MeterKeyPlace = {
  chainId: 0,
  meterRegistry: '0x0000000000000000000000000000000000000000',
  p256Verifier: '0x0000000000000000000000000000000000000000',
}

const keyFile = z.strictObject({
  kind: z.enum(['secp256k1', 'P-256']),
  secret: z.custom<Hex>((value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value)),
  publicKey: z.string(),
})

/** @returns the public key, as the page that registers meters takes it. */
export function writeNewKey({ kind, out }: NewKey): string {
  const made: MeterSecret = { kind, secret: newSecret() }
  const publicKey = publicKeyOf(made)
  try {
    writeFileSync(out, `${JSON.stringify({ ...made, publicKey }, null, 2)}\n`, { mode: ONLY_OWNER, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Refused('KeyFileExists', {
      what: 'there is a file of this name',
      todo: 'Choose another --out.',
      file: out,
    })
  }
  return publicKey
}

export function readKey(file: string, place: MeterKeyPlace): MeterKey {
  const wrong = (what: string) =>
    new Refused('KeyFileInvalid', { what, todo: 'Make one with: npm run -s meter -- new', file })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw wrong('it cannot be read')
  }
  // What is wrong with a secret is not repeated: it would stand on a screen.
  const parsed = keyFile.safeParse(jsonOf(text))
  if (!parsed.success) throw wrong('it holds no key of a meter')
  if (publicKeyOf(parsed.data) !== parsed.data.publicKey) throw wrong('its public key is not that of its secret')
  return meterKeyOf(parsed.data, place)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Of the account, or the point on the curve. */
function publicKeyOf(secret: MeterSecret): string {
  const { signer } = meterKeyOf(secret, NOWHERE)
  return secret.kind === 'secp256k1' ? signer : `0x${signer.slice(-POINT_DIGITS)}`
}

/** Below the orders of both curves, which begin with 0xffffffff: the first byte is zero. */
function newSecret(): Hex {
  return `0x00${bytesToHex(randomBytes(31)).slice(2)}`
}
