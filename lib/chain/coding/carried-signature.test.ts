import { encodeFunctionData, toFunctionSelector, type Abi } from 'viem'
import { describe, expect, it } from 'vitest'
import { meterRegistryAbi, purchaseBookAbi, revisionsAbi, settlementAbi } from '@/contracts/generated/abis'
import type { Read } from '@/lib/domain/metering/read'
import { wh, watt } from '@/lib/domain/units/units'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { meterKeyOf, type MeterKeyKind } from '../meter-keys'
import { carriedSignature, CARRYING_CALLS, type ReadCarriers } from './carried-signature'
import { sampleMarket, sampleRead } from './check-day.sample'
import { checkKey } from './check-key'
import { meterFactsWord, meterSignature, readToWords } from './metering'

const carriers: ReadCarriers = {
  ...sampleMarket,
  settlement: `0x${'e5'.repeat(20)}`,
  purchaseBook: `0x${'f6'.repeat(20)}`,
}
const place = { ...sampleMarket, p256Verifier: `0x${'78'.repeat(20)}` as Address }
const abis: Record<keyof ReadCarriers, Abi> = {
  settlement: settlementAbi,
  purchaseBook: purchaseBookAbi,
  revisions: revisionsAbi,
  meterRegistry: meterRegistryAbi,
}

interface Input {
  name?: string
  type: string
  components?: readonly Input[]
}

/** A value of any type that the ABI names, with the read where a call carries one. */
function valueOf(input: Input, carried: Record<string, unknown>, list: unknown[] | null): unknown {
  if (input.type.endsWith('[]') && list) return list
  const given = input.name === undefined ? undefined : carried[input.name]
  if (given !== undefined) return given
  const fixed = /^(.+)\[(\d+)\]$/.exec(input.type)
  if (fixed?.[1])
    return Array.from({ length: Number(fixed[2]) }, () => valueOf({ ...input, type: fixed[1]! }, {}, null))
  if (input.type.endsWith('[]')) return []
  if (input.type === 'tuple')
    return Object.fromEntries((input.components ?? []).map((part) => [part.name, valueOf(part, carried, null)]))
  if (input.type === 'bool') return false
  if (input.type === 'string') return 'x'.repeat(70)
  if (input.type === 'address') return `0x${'11'.repeat(20)}`
  if (input.type === 'bytes') return '0x1234'
  if (input.type.startsWith('bytes')) return `0x${'22'.repeat(Number(input.type.slice(5)))}`
  return input.type.match(/^u?int(8|16|32|40|48)$/) ? 1 : 1n
}

const other: Read = { ...sampleRead, sequence: 6, importWh: sampleRead.importWh }

interface Signed {
  facts: bigint
  signature: Hex
}

async function signedBy(kind: MeterKeyKind, read = sampleRead): Promise<Signed> {
  const key = meterKeyOf({ kind, secret: `0x${'0b'.repeat(32)}` }, place)
  const meter = { signer: key.signer, digits: 9, multiplier: 20, capacity: watt(50_000n) }
  return { facts: meterFactsWord(meter), signature: meterSignature(key, await key.sign(read)) }
}

/** The call of that name as its ABI encodes it; in a list the read stands second. */
function sentBy(by: keyof ReadCarriers, functionName: string, { facts, signature }: Signed, read = sampleRead) {
  const item = abis[by].find((entry) => entry.type === 'function' && entry.name === functionName)
  if (item?.type !== 'function') throw new Error(functionName)
  const words = readToWords(read)
  const carried = {
    ...{ meterId: read.meterId, facts, signature, intervalRoot: read.intervalRoot },
    ...{ last: readToWords(other), opening: readToWords(other), estimated: readToWords(other) },
    ...(functionName === 'exchange' ? { read: words } : { next: words, closing: words, measured: words }),
  }
  const top = functionName === 'exchange' ? { ...carried, closing: undefined, opening: readToWords(other) } : carried
  const args = (item.inputs as readonly Input[]).map((input) => {
    if (input.name === 'table' || input.name === 'offer' || input.name === 'terms') return valueOf(input, {}, null)
    if (functionName === 'switchNow' && input.name === 'next') return valueOf(input, {}, null)
    if (functionName === 'exchange' && input.name === 'next') return valueOf(input, {}, null)
    if (!input.type.endsWith('[]')) return valueOf(input, top, null)
    const one = (parts: Record<string, unknown>) => valueOf({ ...input, type: 'tuple' }, parts, null)
    const first = { ...carried, closing: readToWords(other), intervalRoot: ZERO_HASH, signature: '0x' }
    return [one(first), one(carried)]
  })
  return { to: carriers[by], input: encodeFunctionData({ abi: [item], functionName, args }) }
}

const CALLS: [keyof ReadCarriers, string][] = [
  ['settlement', 'settle'],
  ['settlement', 'switchNow'],
  ['settlement', 'recordRead'],
  ['purchaseBook', 'settle'],
  ['purchaseBook', 'recordRead'],
  ['revisions', 'correct'],
  ['meterRegistry', 'exchange'],
]

describe('carriedSignature', () => {
  it('knows every call by the selector of its ABI', () => {
    for (const by of Object.keys(CARRYING_CALLS) as (keyof ReadCarriers)[]) {
      const names = CALLS.filter(([contract]) => contract === by).map(([, name]) => name)
      const items = abis[by].filter((item) => item.type === 'function' && names.includes(item.name))
      expect(Object.keys(CARRYING_CALLS[by]).sort()).toEqual(
        items.map((item) => toFunctionSelector(item as never)).sort(),
      )
    }
  })

  it.each(CALLS)('finds it in %s.%s, for both kinds of key', async (by, name) => {
    for (const kind of ['secp256k1', 'P-256'] as const) {
      const signed = await signedBy(kind)
      const carried = carriedSignature(sentBy(by, name, signed), carriers, sampleRead)
      expect(carried).toEqual(signed)
      expect(await checkKey(sampleRead, carried!, place)).toEqual({ kind: 'signed' })
    }
  })

  it('finds none of another read, of another contract, or in what is cut off', async () => {
    const sent = sentBy('settlement', 'settle', await signedBy('P-256'))
    expect(carriedSignature(sent, carriers, { ...sampleRead, exportWh: wh(7n) })).toBeNull()
    expect(carriedSignature({ ...sent, to: place.p256Verifier }, carriers, sampleRead)).toBeNull()
    expect(carriedSignature({ ...sent, to: null }, carriers, sampleRead)).toBeNull()
    expect(carriedSignature({ ...sent, to: carriers.revisions }, carriers, sampleRead)).toBeNull()
    for (const bytes of [0, 3, 4, 100, 500, 2_000])
      expect(
        carriedSignature({ ...sent, input: sent.input.slice(0, 2 + 2 * bytes) as Hex }, carriers, sampleRead),
      ).toBeNull()
  })
})

describe('checkKey', () => {
  const flipped = (signature: Hex, at: number): Hex => {
    const place = 2 + 2 * at
    const byte = (Number.parseInt(signature.slice(place, place + 2), 16) ^ 1).toString(16).padStart(2, '0')
    return `${signature.slice(0, place)}${byte}${signature.slice(place + 2)}` as Hex
  }

  it('refuses a signature, a key or a read that was changed', async () => {
    const { facts, signature } = await signedBy('P-256')
    // In the key's point, in r, and in s.
    for (const at of [30, 90, 140]) {
      expect(await checkKey(sampleRead, { facts, signature: flipped(signature, at) }, place)).toEqual({
        kind: 'notSigned',
      })
    }
    expect(await checkKey({ ...sampleRead, exportWh: wh(7n) }, { facts, signature }, place)).toEqual({
      kind: 'notSigned',
    })
    expect(await checkKey(sampleRead, { facts, signature: '0x' }, place)).toEqual({ kind: 'notSigned' })
    const elsewhere = { ...place, chainId: 1 }
    expect(await checkKey(sampleRead, { facts, signature }, elsewhere)).toEqual({ kind: 'notSigned' })
  })

  it('leaves to a contract what no plain key signed, and what another verifier checks', async () => {
    const { facts, signature } = await signedBy('secp256k1')
    const account = meterKeyOf({ kind: 'secp256k1', secret: `0x${'0b'.repeat(32)}` }, place).signer
    for (const changed of [flipped(signature, 5), flipped(signature, 40), '0x' as Hex])
      expect(await checkKey(sampleRead, { facts, signature: changed }, place)).toEqual({ kind: 'contract', account })
    const other = { ...place, p256Verifier: `0x${'79'.repeat(20)}` as Address }
    expect(await checkKey(sampleRead, await signedBy('P-256'), other)).toEqual({
      kind: 'contract',
      account: place.p256Verifier,
    })
  })
})
