import { refusalOfData } from '@/lib/chain/refusal'
import { sidesOf } from '@/lib/db/read/bill-basis'
import { saveSkip } from '@/lib/db/write/billing'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** Anybody may try to settle terms that nobody signed: a skip without an agreement concerns no one. */
export const settlementSkipped: Handler = async (happening) => {
  const args = argsOf<{ agreementId: Hex; reason: Hex }>(happening)
  const agreementId = hexOf(args.agreementId)
  const sides = await sidesOf(happening.tx, agreementId)
  if (!sides) return
  const { consumer, retailer, settledUntil: start } = sides
  const { txHash, logIndex, at } = placeOf(happening)
  const reason = refusalOfData(args.reason)
  await saveSkip(happening.tx, { txHash, logIndex, agreementId, start, consumer, retailer, reason, at })
}
