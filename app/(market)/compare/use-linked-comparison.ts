'use client'

import { useEffect } from 'react'
import { WH_PER_KWH, wh } from '@/lib/domain/units/units'
import type { HomeProfile } from '@/lib/services/home-profiles'
import type { CompareState } from './compare-store'
import { comparisonOf, fragmentOf, type LinkedUse } from './link'
import { compareStore } from './use-compare'
import { sumsOf } from './use-sums'

/** An address that holds a comparison starts it; what is chosen without a file stands in the address by itself. */
export function useLinkedComparison(state: CompareState, profiles: readonly HomeProfile[]): void {
  useEffect(() => {
    function follow() {
      const linked = comparisonOf(window.location.hash)
      if (!linked || window.location.hash === addressOf(compareStore().now())) return
      const { use, customerClass, wishes, chosen } = linked
      void compareStore().start(
        use.kind === 'profile'
          ? { kind: 'profile', key: use.key, customerClass, yearlyWh: wh(BigInt(use.yearlyKwh) * WH_PER_KWH) }
          : { kind: 'sums', sums: use.sums, customerClass },
        { customerClass, wishes, chosen },
      )
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [profiles])

  const address = addressOf(state)
  const isSettled = state.stage.kind === 'empty' || state.stage.kind === 'ready'
  useEffect(() => {
    // What is being read may yet come from the address.
    if (!isSettled || window.location.hash === (address ?? '')) return
    if (address === null && state.round === 0) return
    window.history.replaceState(null, '', address ?? window.location.pathname)
  }, [address, isSettled, state.round])
}

/** Of a profile and of a link's year. What comes from a file is put into a link only when somebody asks for one. */
function addressOf(state: CompareState): string | null {
  const { stage } = state
  if (stage.kind !== 'ready' || stage.source.kind === 'file' || stage.source.kind === 'own') return null
  return shareFragment(state)
}

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
