'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'
import type { HomeProfile } from '@/lib/services/home-profiles'
import type { OwnMeter } from './own-meters'
import { useCompare } from './use-compare'
import { useLinkedComparison } from './use-linked-comparison'
import { UsePicker } from './use-picker'

const UseCard = dynamic(() => import('./use-card').then((module) => module.UseCard), {
  ssr: false,
  loading: () => <Skeleton className="h-32 rounded-card" />,
})
const Results = dynamic(() => import('./results').then((module) => module.Results), {
  ssr: false,
  loading: () => <Skeleton className="h-96 rounded-card" />,
})

export interface CompareProps {
  profiles: HomeProfile[]
  /** The viewer's own. */
  ownMeters: OwnMeter[]
}

/** First whose use, then what every offer would cost for it. The list and its charts come when there is something to list. */
export function Compare({ profiles, ownMeters }: CompareProps) {
  const t = useTranslations('compare')
  const state = useCompare()
  useLinkedComparison(state, profiles)
  const { stage } = state
  return (
    <div className="space-y-10">
      {stage.kind === 'empty' ? (
        <UsePicker profiles={profiles} ownMeters={ownMeters} removed={state.removed} round={state.round} />
      ) : (
        <UseCard state={state} stage={stage} profiles={profiles} />
      )}
      {stage.kind === 'ready' && stage.compared && <Results state={state} compared={stage.compared} />}
      {stage.kind === 'ready' && !stage.compared && <p role="status">{t('counting')}</p>}
    </div>
  )
}
