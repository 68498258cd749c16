'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import type { HomeProfile } from '@/lib/services/home-profiles'
import type { OwnMeter } from './own-meters'
import { compareStore, useCompare } from './use-compare'
import { UseCard } from './use-card'
import { useFocusOnce } from './use-focus-once'
import { useLinkedComparison } from './use-linked-comparison'
import { UsePicker } from './use-picker'
import type { UseSource } from './use-source'

const Results = partOnDemand(
  () => import('./results').then((module) => module.Results),
  <Skeleton className="h-96 rounded-card" />,
)

export interface CompareDeskProps {
  profiles: readonly HomeProfile[]
  /** The viewer's own. */
  ownMeters: readonly OwnMeter[]
  /** What somebody chose to begin with; null if what there is to compare is known already. */
  first: UseSource | null
}

/** Whose use, and what every offer would cost for it. The list and its charts come when there is something to list. */
export function CompareDesk({ profiles, ownMeters, first }: CompareDeskProps) {
  const t = useTranslations('compare.pick')
  const state = useCompare()
  useLinkedComparison(state, profiles)
  useEffect(() => {
    if (first) void compareStore().start(first)
  }, [first])
  const { stage } = state
  const hasPickedNothing = stage.kind === 'empty' && !(first && state.round === 0)
  return (
    <div className="space-y-10">
      {hasPickedNothing && (
        <div className="space-y-6">
          {state.removed && <Removed round={state.round} />}
          <UsePicker
            profiles={profiles}
            ownMeters={ownMeters}
            onStart={(source) => void compareStore().start(source)}
          />
        </div>
      )}
      {stage.kind !== 'empty' && <UseCard state={state} stage={stage} profiles={profiles} />}
      {stage.kind === 'ready' && stage.compared && <Results state={state} compared={stage.compared} />}
      {stage.kind === 'ready' && !stage.compared && <p role="status">{t('counting')}</p>}
    </div>
  )
}

/** What was just removed can be had back. */
function Removed({ round }: { round: number }) {
  const t = useTranslations('compare.pick')
  const undo = useFocusOnce<HTMLDivElement>(`removed ${round}`)
  return (
    <div ref={undo} tabIndex={-1} className="rounded-card">
      <Callout
        tone="info"
        title={t('removed')}
        todo={
          <Button size="small" onClick={() => void compareStore().undo()}>
            {t('undo')}
          </Button>
        }
        live
      />
    </div>
  )
}
