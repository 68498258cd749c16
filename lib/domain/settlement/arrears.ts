/** Who waits for how much when a bill is not paid in full. Mirrors ArrearsLib. Vectors: arrears.json. */
import { PAYEES, type Payee } from '../billing/lines'
import { micro, mulDivDown, type Micro } from '../units/units'

/**
 * Splits what is missing over the payees in proportion to their parts of the bill. Each share is the step between two running
 * totals, each rounded down: the shares add up to what is missing (P10), and no payee waits for more than its part.
 * @param parts Add up to the bill, which is not zero and not less than `missing`.
 */
export function owed(parts: Record<Payee, Micro>, total: Micro, missing: Micro): Record<Payee, Micro> {
  const shares = { ...parts }
  let running = 0n
  let before = 0n
  for (const payee of PAYEES) {
    running += parts[payee]
    const until = mulDivDown(running, missing, total)
    shares[payee] = micro(until - before)
    before = until
  }
  return shares
}
