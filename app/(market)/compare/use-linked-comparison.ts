'use client'

import { useEffect } from 'react'
import { WH_PER_KWH, wh } from '@/lib/domain/units/units'
import type { HomeProfile } from '@/lib/services/home-profiles'
import type { CompareState } from './compare-store'
import { compareStore } from './use-compare'

/** An address that holds a comparison starts it; what is chosen without a file stands in the address by itself. */
export function useLinkedComparison(state: CompareState, profiles: readonly HomeProfile[]): void {
  useEffect(() => {
    async function follow() {
      const { hash } = window.location
      if (!hash) return
      const [{ comparisonOf }, address] = await Promise.all([import('./link'), addressOf(compareStore().now())])
      const linked = comparisonOf(hash)
      if (!linked || hash === address) return
      const { use, customerClass, wishes, chosen } = linked
      void compareStore().start(
        use.kind === 'profile'
          ? { kind: 'profile', key: use.key, customerClass, yearlyWh: wh(BigInt(use.yearlyKwh) * WH_PER_KWH) }
          : { kind: 'sums', sums: use.sums, customerClass },
        { customerClass, wishes, chosen, isLinked: true },
      )
    }
    const onChange = () => void follow()
    onChange()
    window.addEventListener('hashchange', onChange)
    return () => window.removeEventListener('hashchange', onChange)
  }, [profiles])

  const isSettled = state.stage.kind === 'empty' || state.stage.kind === 'ready'
  useEffect(() => {
    // What is being read may yet come from the address.
    if (!isSettled) return
    let isPast = false
    void addressOf(state).then((address) => {
      if (isPast || window.location.hash === (address ?? '')) return
      if (address === null && state.round === 0) return
      window.history.replaceState(null, '', address ?? window.location.pathname)
    })
    return () => {
      isPast = true
    }
  }, [state, isSettled])
}

/**
 * Of a profile and of a link's year. What comes from a file is put into a link only when somebody asks for one. Links are
 * read and written by code that is loaded with the first: most visitors come without.
 */
async function addressOf(state: CompareState): Promise<string | null> {
  const { stage } = state
  if (stage.kind !== 'ready' || stage.source.kind === 'file' || stage.source.kind === 'own') return null
  const { shareFragment } = await import('./share-fragment')
  return shareFragment(state)
}
