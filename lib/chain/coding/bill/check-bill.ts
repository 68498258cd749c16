/** Whether a bill's file is right: everything recomputed, and everything compared with what the chain recorded. Safe for the client. */
import type { BillMarket, BillWord } from './chain-word'
import { checkLines } from './check-lines'
import { checkPapers } from './check-papers'
import { checkReads } from './check-reads'
import { checkSettlement } from './check-settlement'
import { finding, verdictOf, type BillCheck, type Finding, type Verdict } from './findings'
import type { BillFile } from './file'
import { sameHex } from '@/lib/domain/units/hex'
import { billAgain, type BillAgain } from './recompute'
import { MARKET_CONTRACTS } from './schema'

export interface CheckedBill {
  checks: BillCheck[]
  verdict: Verdict
}

/** What the parts of the check look at. `word` is null where the chain has no say: it did not answer, or it is another one. */
export interface UnderCheck {
  file: BillFile
  again: BillAgain
  market: BillMarket
  word: BillWord | null
}

/** @param word What the node of the market said; null if it did not answer. */
export async function checkBill(file: BillFile, market: BillMarket, word: BillWord | null): Promise<CheckedBill> {
  const here = isHere(file, market, word)
  const under: UnderCheck = { file, market, again: billAgain(file, market), word: here.chain === 'right' ? word : null }
  const checks = [
    ...checkLines(under),
    ...(await checkReads(under)),
    { part: 'papers', name: 'market', ...here } as const,
    ...checkPapers(under),
    ...checkSettlement(under),
  ]
  return { checks, verdict: verdictOf(checks, word !== null) }
}

/** On the visitor's market, and the node is one of its chain. */
function isHere(file: BillFile, market: BillMarket, word: BillWord | null): { again: Finding; chain: Finding } {
  const again = finding(
    file.chainId === market.chainId &&
      MARKET_CONTRACTS.every((name) => sameHex(file.contracts[name], market.contracts[name])),
  )
  if (again === 'wrong') return { again, chain: 'unknown' }
  return { again, chain: word ? finding(word.chainId === market.chainId) : 'unknown' }
}
