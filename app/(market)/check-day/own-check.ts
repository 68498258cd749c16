/** The one check that does not rest on the registry's: the meter's signature itself. Loaded when there is something to check. */
import { carriedSignature, type ReadCarriers } from '@/lib/chain/coding/carried-signature'
import { recordedRead, type ChainWord, type Finding, type TrustedMarket } from '@/lib/chain/coding/check-day'
import { checkKey, type KeyPlace } from '@/lib/chain/coding/check-key'
import type { DayProof } from '@/lib/chain/coding/day-proof'
import { hasCode } from './ask-chain'

export type SigningMarket = TrustedMarket & ReadCarriers & KeyPlace

/** `unknown` where the signature does not stand in the transaction as plain bytes, or only a contract can check it. */
export async function ownCheck(file: DayProof, market: SigningMarket, chain: ChainWord | null): Promise<Finding> {
  if (!chain?.receipt?.succeeded || chain.chainId !== market.chainId) return 'unknown'
  const recorded = recordedRead(file, market, chain.receipt)
  const carried = recorded && carriedSignature(chain.receipt.sent, market, recorded.read)
  if (!carried) return 'unknown'
  const found = await checkKey(recorded.read, carried, market)
  if (found.kind !== 'contract') return found.kind === 'signed' ? 'right' : 'wrong'
  // Nothing but a key can sign for an account without code.
  return (await hasCode(found.account)) === false ? 'wrong' : 'unknown'
}
