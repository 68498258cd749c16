/** From the text of a proof file to its findings. Loaded only when there is a file: hashing and parsing come with it. */
import { checkDay, type ChainWord, type DayFindings, type Finding } from '@/lib/chain/coding/check-day'
import { parseDayProof, type DayProof } from '@/lib/chain/coding/day-proof'
import type { Refusal } from '@/lib/domain/decision'
import { askChain } from './ask-chain'
import type { SigningMarket } from './own-check'

export type Examined =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'checked'; file: DayProof; chain: ChainWord | null; findings: DayFindings; own: Finding }

export async function examine(text: string, market: SigningMarket): Promise<Examined> {
  const parsed = parseDayProof(text)
  if (!parsed.ok) return { kind: 'refused', refusal: parsed.refusal }
  const file = parsed.value
  const chain = await askChain(file.txHash)
  const { ownCheck } = await import('./own-check')
  const own = await ownCheck(file, market, chain)
  return { kind: 'checked', file, chain, findings: checkDay(file, market, chain), own }
}
