/**
 * What a transaction gave the settlement, out of its calldata: the reads' signatures, the meter's key and dial, the offer and the
 * tariff table are in no event, but the contracts checked every one of them before they took them. Safe for the client.
 */
import { decodeFunctionData } from 'viem'
import type { Read } from '@/lib/domain/metering/read'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { revisionsAbi, settlementAbi } from '../../contracts'
import type { SentCall } from '../closing-signature'
import { readToWords, type ReadWords } from '../metering'
import type { BillMarket } from './chain-word'

/** A read and the bytes that the registry took for its meter's signature, the key in front of them if it is no account. */
export interface GivenSignature {
  meterId: Hex
  read: ReadWords
  intervalRoot: Hex
  /** One word: see MeterFactsLib. */
  facts: bigint
  signature: Hex
}

/** One customer-month, as it was to be settled or made again. */
export interface GivenBill {
  terms: TermsGiven
  index: number
  exit: boolean
  facts: bigint
  opening: ReadWords
  closing: ReadWords
  /** Null if nobody attested one. */
  indexCost: bigint | null
}

interface TermsGiven {
  meterId: Hex
  parties: bigint
  contracted: readonly bigint[]
  replaces: Hex
  nonce: bigint
}

export interface Given {
  signatures: GivenSignature[]
  bills: GivenBill[]
}

type Item = TermsBearing & {
  facts: bigint
  opening: ReadWords
  closing: ReadWords
  intervalRoot: Hex
  index: number
  exit: boolean
  signature: Hex
  attestation: readonly { indexCost: bigint }[]
}
interface TermsBearing {
  terms: TermsGiven
}

/** The constant NOT_ATTESTED of the contracts. */
const NOT_ATTESTED = -(1n << 255n)
const NOTHING: Given = { signatures: [], bills: [] }

/** Nothing where another contract called the market's: then it cannot be seen. */
export function givenTo({ to, input }: SentCall, { contracts }: BillMarket): Given {
  if (to === null) return NOTHING
  try {
    if (sameHex(to, contracts.Settlement)) return toSettlement(input)
    if (sameHex(to, contracts.Revisions)) return toRevisions(input)
  } catch {
    // No call of this version: the same as one that cannot be seen.
  }
  return NOTHING
}

function toSettlement(data: Hex): Given {
  const { functionName, args } = decodeFunctionData({ abi: settlementAbi, data })
  if (functionName === 'settle') return fromItems(args[2] as unknown as readonly Item[])
  if (functionName === 'switchNow') return fromItems([args[2] as unknown as Item])
  if (functionName !== 'recordRead') return NOTHING
  const [meterId, facts, , read, intervalRoot, signature] = args
  return { signatures: [{ meterId, read, intervalRoot, facts, signature }], bills: [] }
}

function fromItems(items: readonly Item[]): Given {
  return {
    signatures: items.map(({ terms: { meterId }, closing: read, intervalRoot, facts, signature }) => {
      return { meterId, read, intervalRoot, facts, signature }
    }),
    bills: items.map(({ terms, index, exit, facts, opening, closing, attestation: [attested] }) => {
      return { terms, index, exit, facts, opening, closing, indexCost: attested?.indexCost ?? null }
    }),
  }
}

function toRevisions(data: Hex): Given {
  const { functionName, args } = decodeFunctionData({ abi: revisionsAbi, data })
  if (functionName === 'correct') {
    const [meterId, facts, , , read, intervalRoot, signature] = args
    return { signatures: [{ meterId, read, intervalRoot, facts, signature }], bills: [] }
  }
  if (functionName !== 'revise') return NOTHING
  const { terms, index, facts, old, opening, closing } = args[2]
  const indexCost = old.indexCost === NOT_ATTESTED ? null : old.indexCost
  return { signatures: [], bills: [{ terms, index, exit: old.exit, facts, opening, closing, indexCost }] }
}

export function sameWords(a: ReadWords, b: ReadWords): boolean {
  return a.dials === b.dials && a.rest === b.rest
}

/** The signature that was given for a read, if it was. */
export function signatureFor(read: Read, { signatures }: Given): GivenSignature | undefined {
  const words = readToWords(read)
  return signatures.find(
    (given) =>
      sameHex(given.meterId, read.meterId) &&
      sameWords(given.read, words) &&
      sameHex(given.intervalRoot, read.intervalRoot),
  )
}
