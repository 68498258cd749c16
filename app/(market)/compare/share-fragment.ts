import { WH_PER_KWH } from '@/lib/domain/units/units'
import type { CompareState } from './compare-store'
import { fragmentOf, type LinkedUse } from './link'
import { sumsOf } from './use-sums'

/** Null while there is nothing to share. */
export function shareFragment(state: CompareState): string | null {
  const { stage, point, wishes, chosen } = state
  if (stage.kind !== 'ready' || !stage.compared) return null
  const use = linkedUse(stage)
  return fragmentOf({ use, customerClass: point.customerClass ?? 'Household', wishes, chosen })
}

function linkedUse(stage: Extract<CompareState['stage'], { kind: 'ready' }>): LinkedUse {
  const { source, compared } = stage
  if (source.kind === 'profile')
    return { kind: 'profile', key: source.key, yearlyKwh: Number(source.yearlyWh / WH_PER_KWH) }
  if (source.kind === 'sums') return { kind: 'sums', sums: source.sums }
  if (!compared) throw new Error('nothing was compared')
  return { kind: 'sums', sums: sumsOf(compared.year) }
}
