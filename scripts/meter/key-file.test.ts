import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { p256 } from '@noble/curves/nist.js'
import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, describe, expect, it } from 'vitest'
import { meterSignerFrom } from '@/lib/chain/intents/meter-key'
import { readKey, writeNewKey } from './key-file'

const folder = mkdtempSync(join(tmpdir(), 'switchyard-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const VERIFIER = '0x00000000000000000000000000000000000000f9'
const place = { chainId: 31_337, meterRegistry: VERIFIER, p256Verifier: VERIFIER } as const
const file = (name: string) => join(folder, name)
const stored = (name: string) =>
  JSON.parse(readFileSync(file(name), 'utf8')) as { kind: string; secret: `0x${string}`; publicKey: string }

describe('a key of a meter', () => {
  it.each(['secp256k1', 'P-256'] as const)('is written for its owner only, once, and read again: %s', (kind) => {
    const publicKey = writeNewKey({ kind, out: file(kind) })
    expect(statSync(file(kind)).mode & 0o777).toBe(0o600)
    const { secret } = stored(kind)
    const point = `0x${Buffer.from(p256.getPublicKey(secret.slice(2), false).slice(1)).toString('hex')}`
    expect(publicKey).toBe(kind === 'P-256' ? point : privateKeyToAddress(secret).toLowerCase())
    // What is printed is what the page that registers meters takes.
    expect(readKey(file(kind), place).signer).toBe(meterSignerFrom(publicKey, VERIFIER))
    expect(() => writeNewKey({ kind, out: file(kind) })).toThrow(/KeyFileExists/)
    expect(stored(kind).secret).toBe(secret)
  })

  it('is refused without a word of what is in the file', () => {
    writeNewKey({ kind: 'P-256', out: file('good') })
    const good = stored('good')
    const other = `0x00${'11'.repeat(31)}`
    const wrong = [{ ...good, secret: other }, { ...good, kind: 'RSA' }, { ...good, secret: '0x12' }, [], 'no key']
    for (const [index, one] of wrong.entries()) {
      writeFileSync(file(`wrong ${index}`), JSON.stringify(one))
      expect(() => readKey(file(`wrong ${index}`), place)).toThrow(/KeyFileInvalid(?!.*(0x12|1111))/)
    }
    expect(() => readKey(file('nowhere'), place)).toThrow(/KeyFileInvalid/)
  })
})
