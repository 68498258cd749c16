import type { Wh } from '@/lib/domain/units/units'
import { parseKwh } from '@/lib/format/parse-amount'

/** Wh. No month needs as much; the sum of any number of months still fits its width on chain. */
const TOO_MUCH = 1_000_000_000_000n

/** What people type for a month, in kWh. Null if it is no amount of energy. */
export function parsePlannedKwh(text: string): Wh | null {
  const energy = parseKwh(text)
  return energy !== null && energy < TOO_MUCH ? energy : null
}
