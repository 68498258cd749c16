import { refusalOfData } from '@/lib/chain/refusal'
import { sidesOf } from '@/lib/db/read/bill-basis'
import { isOwnSettlement } from '@/lib/db/read/relays'
import { saveSkip } from '@/lib/db/write/billing'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** The month was billed already: nothing is open. */
const BILLED_ALREADY = ['PeriodNotNext', 'AgreementIsEnded']
/** Refused only after the meter's signature was found right, so it is true whoever tried. */
const PROVEN = [
  'BillAboveAverage',
  'AgreementFrozen',
  'ReadBackwards',
  'ReadTooFast',
  'ReadTooWide',
  'LineOverflow',
  'SafeCastOverflowedUintDowncast',
]

/**
 * Anybody may call settle, with terms that nobody signed or with a wrong read: a stranger's skip concerns no one unless
 * it is proven. What our own settlement runs were refused always counts, so that they do not pay for it twice.
 */
export const settlementSkipped: Handler = async (happening) => {
  const args = argsOf<{ agreementId: Hex; reason: Hex }>(happening)
  const reason = refusalOfData(args.reason)
  if (BILLED_ALREADY.includes(reason.name)) return
  const { txHash, logIndex, at } = placeOf(happening)
  if (!PROVEN.includes(reason.name) && !(await isOwnSettlement(happening.tx, txHash))) return
  const agreementId = hexOf(args.agreementId)
  const sides = await sidesOf(happening.tx, agreementId)
  if (!sides) return
  const { consumer, retailer, settledUntil: start } = sides
  await saveSkip(happening.tx, { txHash, logIndex, agreementId, start, consumer, retailer, reason, at })
}
