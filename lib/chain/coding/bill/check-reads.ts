/** The reads a bill rests on: what their meter signed, and what the chain recorded. Safe for the client. */
import { p256 } from '@noble/curves/nist.js'
import { hashTypedData, hexToBytes, recoverAddress, size, slice } from 'viem'
import type { Read } from '@/lib/domain/metering/read'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { readId } from '../../ids'
import { readTypedData } from '../../intents/read'
import { exchangeFromEvent, type MeterExchangedArgs } from '../exchange'
import { meterFactsWord, meterSignature, readFromEvent, readFromStruct, readToWords } from '../metering'
import type { ReadRecordedArgs, ReadStruct, ReadWords } from '../metering'
import type { ChainInteger } from '../numbers'
import { toldIn, type BillMarket, type Told } from './chain-word'
import type { UnderCheck } from './check-bill'
import { finding, type BillCheck, type Finding } from './findings'
import type { FileRead } from './file'
import { givenTo, sameWords, signatureFor } from './given'

const ACCOUNT_BYTES = 20
const POINT_BYTES = 64
const UNCOMPRESSED = '0x04'
/** Of a word of meter facts: the signer, and how long its key is. */
const KEY_PARTS = ((1n << 160n) - 1n) | (255n << 232n)

interface ReadPlace {
  run: number
  end: 'opening' | 'closing'
  given: FileRead
}

export async function checkReads(under: UnderCheck): Promise<BillCheck[]> {
  const checks: BillCheck[] = []
  for (const place of placesOf(under)) {
    const { run, end, given } = place
    const about = { part: 'reads', run, end } as const
    const { origin, chain } = recordedAs(under, place)
    checks.push({ ...about, name: 'recorded', again: null, chain })
    const seal = { again: await sealAgain(under, given), chain: sealOnChain(under, given) }
    // What an operator stated when it registered or exchanged a meter is signed by nobody; the chain says so.
    const unsigned = given.seal === null && seal.chain !== 'wrong' && (origin === 'registered' || origin === 'carried')
    if (!unsigned) checks.push({ ...about, name: 'signature', ...seal })
  }
  return checks
}

/** Each read once: most runs share one with the run before. */
function placesOf({ file }: UnderCheck): ReadPlace[] {
  const seen = new Set<string>()
  return file.runs.flatMap((run, position) => {
    if (run.kind === 'trueUp') return []
    return (['opening', 'closing'] as const).flatMap((end) => {
      const key = JSON.stringify(run[end], (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
      if (seen.has(key)) return []
      seen.add(key)
      return [{ run: position, end, given: run[end] }]
    })
  })
}

type Origin = 'recorded' | 'registered' | 'carried'

function recordedAs(under: UnderCheck, { run, end, given }: ReadPlace): { origin: Origin | null; chain: Finding } {
  const { file, market, word } = under
  if (!word) return { origin: null, chain: 'unknown' }
  const read = readIn(under, given)
  if (given.transaction === null) return { origin: null, chain: heldBySettlement(under, run, end, read) }
  const receipt = word.receipts.get(given.transaction)
  if (!receipt?.succeeded) return { origin: null, chain: 'wrong' }
  const told = toldIn(receipt, market).flatMap((one) => readTold(one, file.agreement.terms.meterId))
  const found = told.find((one) => sameHex(readId(one.read), readId(read)))
  return { origin: found?.origin ?? null, chain: finding(found !== undefined) }
}

/** The settlement takes the opening read only if it is the one the registry keeps. */
function heldBySettlement(
  { file, market, word }: UnderCheck,
  run: number,
  end: 'opening' | 'closing',
  read: Read,
): Finding {
  const receipt = word?.receipts.get(file.runs[run]?.transaction ?? '0x')
  const bills = receipt?.succeeded ? givenTo(receipt.sent, market).bills : []
  const own = bills.find(({ terms, index }) => sameHex(terms.meterId, read.meterId) && index === file.index)
  return own ? finding(sameWords(own[end], readToWords(read))) : 'unknown'
}

function readTold({ contract, name, args }: Told, meterId: Hex): { read: Read; origin: Origin }[] {
  if (!sameHex(String(args['meterId']) as Hex, meterId)) return []
  switch (`${contract}.${name}`) {
    case 'MeterRegistry.ReadRecorded':
      return [{ read: readFromEvent(args as unknown as ReadRecordedArgs), origin: 'recorded' }]
    case 'Revisions.ReadCorrected': {
      const { measured: read, intervalRoot } = args as unknown as {
        measured: ReadWords<ChainInteger>
        intervalRoot: Hex
      }
      return [{ read: readFromEvent({ meterId, read, intervalRoot }), origin: 'recorded' }]
    }
    case 'MeterRegistry.MeterRegistered':
      return [{ read: readFromStruct(args['opening'] as ReadStruct), origin: 'registered' }]
    case 'MeterRegistry.MeterExchanged':
      return [{ read: exchangeFromEvent(args as unknown as MeterExchangedArgs).carried, origin: 'carried' }]
    default:
      return []
  }
}

/** The meter's signature, worked out again; null for a key of a kind that only the chain can ask. */
async function sealAgain({ file, market }: UnderCheck, given: FileRead): Promise<Finding | null> {
  if (!given.seal) return null
  const { signer, signature } = given.seal
  const registry = { chainId: file.chainId, meterRegistry: file.contracts.MeterRegistry }
  const digest = hashTypedData(readTypedData(registry, { ...given, meterId: file.agreement.terms.meterId }))
  try {
    if (size(signer) === ACCOUNT_BYTES)
      return finding(sameHex(await recoverAddress({ hash: digest, signature }), signer))
    if (!isP256(signer, market)) return null
    const point = hexToBytes(`${UNCOMPRESSED}${signer.slice(2 + 2 * ACCOUNT_BYTES)}`)
    // As the verifier takes them: of the two values that sign the same, the low one.
    return finding(p256.verify(hexToBytes(signature), hexToBytes(digest), point, { lowS: true, prehash: false }))
  } catch {
    return 'wrong'
  }
}

function isP256(signer: Hex, { contracts }: BillMarket): boolean {
  const verifier = contracts.ERC7913P256Verifier
  const isWhole = size(signer) === ACCOUNT_BYTES + POINT_BYTES
  return isWhole && sameHex(slice(signer, 0, ACCOUNT_BYTES), verifier)
}

/** Whether it is the signature, and the key, that the registry took the read with. */
function sealOnChain(under: UnderCheck, given: FileRead): Finding {
  const { file, market, word } = under
  const receipt = given.transaction === null ? null : word?.receipts.get(given.transaction)
  if (!receipt?.succeeded) return 'unknown'
  const taken = signatureFor(readIn(under, given), givenTo(receipt.sent, market))
  if (!taken) return 'unknown'
  if (!given.seal) return 'wrong'
  const { signer, signature } = given.seal
  const facts = meterFactsWord({ ...file.meter, signer })
  return finding(
    sameHex(taken.signature, meterSignature({ signer }, signature)) &&
      (taken.facts & KEY_PARTS) === (facts & KEY_PARTS),
  )
}

function readIn(
  { file }: UnderCheck,
  { time, sequence, quality, importWh, exportWh, maxDemand, intervalRoot }: FileRead,
): Read {
  const { meterId } = file.agreement.terms
  return { meterId, time, sequence, quality, importWh, exportWh, maxDemand, intervalRoot }
}
