import { encodeFunctionData, parseAbi } from 'viem'
import { afterEach, expect, it, vi } from 'vitest'
import {
  chainWord,
  recordedLog,
  sampleMarket,
  sampleProof,
  sampleRead,
  sampleSignature,
} from '@/lib/chain/coding/check-day.sample'
import { meterFactsWord, meterSignature, readToWords } from '@/lib/chain/coding/metering'
import type { Hex } from '@/lib/domain/units/hex'
import { watt } from '@/lib/domain/units/units'
import { ownCheck, type SigningMarket } from './own-check'

const market: SigningMarket = {
  ...sampleMarket,
  settlement: `0x${'e5'.repeat(20)}`,
  purchaseBook: `0x${'f6'.repeat(20)}`,
  p256Verifier: `0x${'78'.repeat(20)}`,
}
/** As ISettlement has it. */
const abi = parseAbi(['function recordRead(bytes32, uint256, (uint256, uint256), (uint256, uint256), bytes32, bytes)'])

async function wordWith(kind: 'secp256k1' | 'P-256', change: (signature: Hex) => Hex, to = market.settlement) {
  const key = await sampleSignature({ kind, secret: `0x${'0c'.repeat(32)}` }, market)
  const facts = meterFactsWord({ signer: key.signer, digits: 9, multiplier: 1, capacity: watt(9_000n) })
  const { dials, rest } = readToWords(sampleRead)
  const signature = change(meterSignature(key, key.signature))
  const { meterId, intervalRoot } = sampleRead
  const args = [meterId, facts, [0n, 0n], [dials, rest], intervalRoot, signature] as const
  return chainWord([recordedLog()], { to, input: encodeFunctionData({ abi, args }) })
}

const asItIs = (signature: Hex) => signature
const changed = (signature: Hex): Hex =>
  `${signature.slice(0, -6) as Hex}${signature.at(-6) === '0' ? '1' : '0'}${signature.slice(-5)}`
const answersCode = (code: string) => vi.stubGlobal('fetch', async () => Response.json({ result: code }))
afterEach(() => vi.unstubAllGlobals())

it.each(['secp256k1', 'P-256'] as const)(
  'finds a signature of a %s key right, and a changed one wrong',
  async (kind) => {
    answersCode('0x')
    expect(await ownCheck(sampleProof(), market, await wordWith(kind, asItIs))).toBe('right')
    expect(await ownCheck(sampleProof(), market, await wordWith(kind, changed))).toBe('wrong')
  },
)

it('leaves to the registry what only a contract can check, and what it cannot see', async () => {
  answersCode('0x60')
  expect(await ownCheck(sampleProof(), market, await wordWith('secp256k1', changed))).toBe('unknown')
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
  expect(await ownCheck(sampleProof(), market, await wordWith('secp256k1', changed))).toBe('unknown')
  const elsewhere = await wordWith('P-256', asItIs, `0x${'99'.repeat(20)}`)
  expect(await ownCheck(sampleProof(), market, elsewhere)).toBe('unknown')
  expect(await ownCheck(sampleProof(), market, null)).toBe('unknown')
})
