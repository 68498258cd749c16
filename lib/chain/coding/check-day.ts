/** Whether a proof file proves its day, step by step: the figures lead to a root, and the chain recorded that root. Safe for the client. */
import { hexToBytes } from 'viem'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import type { SentCall } from './closing-signature'
import { dayLeaf, dayNumber, rootFrom } from './day-leaf'
import type { DayProof } from './day-proof'
import { recordedReads, type ReadRecorders, type ReceiptLog, type RecordedRead } from './recorded-root'

/** The market whose word the visitor takes: its chain and its contracts, never those that the file names. */
export interface TrustedMarket extends ReadRecorders {
  chainId: number
}

/** What a node said about the transaction. */
export interface ChainWord {
  chainId: number
  /** Null if the chain has no such transaction. */
  receipt: {
    succeeded: boolean
    blockNumber: number
    blockTime: number
    logs: readonly ReceiptLog[]
    sent: SentCall
  } | null
}

/** In the order in which they are read. */
export const DAY_CHECKS = ['figures', 'market', 'transaction', 'root', 'read', 'signature'] as const
export type DayCheck = (typeof DAY_CHECKS)[number]
/** `unknown`: what would have to be looked at is not there. */
export type Finding = 'right' | 'wrong' | 'unknown'
export type DayFindings = Record<DayCheck, Finding>

/** The root that the figures of a file lead to. */
export function rootOfFigures({ read, day, salt, proof }: DayProof): Hex {
  const opening = { meterId: read.meterId, day: dayNumber(day.day), salt: hexToBytes(salt), data: day }
  return rootFrom(dayLeaf(opening), proof)
}

/** @param chain What the node of the market said; null if it did not answer. */
export function checkDay(file: DayProof, market: TrustedMarket, chain: ChainWord | null): DayFindings {
  const figures = finding(sameHex(rootOfFigures(file), file.read.intervalRoot))
  const here = isHere(file, market, chain)
  const findings: DayFindings = {
    figures,
    market: here,
    transaction: 'unknown',
    root: 'unknown',
    read: 'unknown',
    signature: 'unknown',
  }
  if (here !== 'right' || !chain) return findings
  const { receipt } = chain
  findings.transaction = finding(receipt?.succeeded === true)
  if (!receipt?.succeeded) return findings
  const found = recordedRead(file, market, receipt)
  findings.root = finding(found !== null)
  if (!found) return findings
  findings.read = finding(agrees(file, found))
  findings.signature = finding(found.signed)
  return findings
}

/** What the transaction recorded of the file's meter with the file's root: the read that the file names, or else another. */
export function recordedRead(
  file: DayProof,
  market: TrustedMarket,
  receipt: NonNullable<ChainWord['receipt']>,
): RecordedRead | null {
  const { meterId, intervalRoot } = file.read
  const recorded = recordedReads(receipt, market, meterId).filter(({ read }) =>
    sameHex(read.intervalRoot, intervalRoot),
  )
  return recorded.find((one) => agrees(file, one)) ?? recorded[0] ?? null
}

function agrees({ read: { time, sequence } }: DayProof, { read }: RecordedRead): boolean {
  return read.time === time && read.sequence === sequence
}

/** On the visitor's market, and the node is one of its chain. */
function isHere(file: DayProof, market: TrustedMarket, chain: ChainWord | null): Finding {
  if (file.chainId !== market.chainId || !sameHex(file.meterRegistry, market.meterRegistry)) return 'wrong'
  if (!chain) return 'unknown'
  return finding(chain.chainId === market.chainId)
}

const finding = (right: boolean): Finding => (right ? 'right' : 'wrong')

/** Proven only if nothing is wrong and nothing is unknown. */
export function isProven(findings: DayFindings): boolean {
  return DAY_CHECKS.every((check) => findings[check] === 'right')
}
