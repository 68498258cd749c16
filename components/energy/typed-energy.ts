import type { Wh } from '@/lib/domain/units/units'
import { parseKwh } from '@/lib/format/parse-amount'

export type EnergyFault = 'malformed' | 'zero' | 'tooMuch'
export type TypedEnergy = { ok: true; energy: Wh } | { ok: false; fault: EnergyFault }

/** Energy as it was typed, of what there is. */
export function typedEnergy(text: string, most: Wh): TypedEnergy {
  const energy = parseKwh(text)
  if (energy === null) return { ok: false, fault: 'malformed' }
  if (energy === 0n) return { ok: false, fault: 'zero' }
  return energy > most ? { ok: false, fault: 'tooMuch' } : { ok: true, energy }
}
