'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'
import type { HomeProfile } from '@/lib/services/home-profiles'
import type { CompareState, Stage } from './compare-store'
import { compareStore } from './use-compare'
import { useFocusOnce } from './use-focus-once'
import { useSourceName } from './use-source-name'

const UseFactsView = partOnDemand(
  () => import('./use-facts').then((module) => module.UseFactsView),
  <Skeleton className="h-24" />,
)
const Unclear = partOnDemand(
  () => import('./unclear').then((module) => module.Unclear),
  <Skeleton className="h-64" />,
  ['fileFaults', 'imports.mapping', 'imports.report'],
)
const Refused = partOnDemand(() => import('./refused').then((module) => module.Refused), null, [
  'fileFaults',
  'imports.report',
])

export interface UseCardProps {
  state: CompareState
  stage: Exclude<Stage, { kind: 'empty' }>
  profiles: readonly HomeProfile[]
}

/** Whose use it is, how far it has been read, and what can be changed about it. */
export function UseCard({ state, stage, profiles }: UseCardProps) {
  const t = useTranslations('compare.use')
  const name = useSourceName(stage.source)
  // What is read goes on to the list, which takes the focus itself.
  const heading = useFocusOnce<HTMLHeadingElement>(
    stage.kind === 'ready' || state.isLinked ? null : `${stage.kind} ${state.round}`,
  )
  const remove = () => compareStore().remove()
  const isFile = stage.source.kind === 'file' || stage.source.kind === 'own'
  return (
    <section aria-labelledby="use" className="rounded-card border border-line bg-surface" data-stage={stage.kind}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 p-4 sm:px-6 sm:pt-5">
        <div className="min-w-0">
          <p className="text-sm text-quiet">{t('title')}</p>
          <h2
            id="use"
            ref={heading}
            tabIndex={-1}
            className="text-lg font-semibold tracking-tight wrap-anywhere outline-none"
          >
            {name}
          </h2>
        </div>
        <Button size="small" onClick={remove}>
          {stage.kind === 'reading' ? t('cancel') : isFile ? t('remove') : t('other')}
        </Button>
      </header>
      <div className="px-4 pb-4 sm:px-6 sm:pb-6">
        {stage.kind === 'reading' && <Reading stage={stage} />}
        {stage.kind === 'refused' && <Refused faults={stage.faults} />}
        {stage.kind === 'unclear' && stage.source.kind === 'file' && (
          <Unclear key={state.round} file={stage.source.file} look={stage.look} />
        )}
        {stage.kind === 'failed' && <Failed stage={stage} />}
        {stage.kind === 'ready' && <UseFactsView state={state} stage={stage} profiles={profiles} />}
      </div>
    </section>
  )
}

function Reading({ stage: { progress } }: { stage: Extract<Stage, { kind: 'reading' }> }) {
  const t = useTranslations('compare.use')
  const percent = progress?.size ? Math.min(100, Math.floor((progress.read / progress.size) * 100)) : undefined
  const text = percent === undefined ? undefined : t('percent', { percent })
  return (
    <div role="status">
      <Progress label={t('reading')} value={percent} text={text} />
    </div>
  )
}

function Failed({ stage: { source, why } }: { stage: Extract<Stage, { kind: 'failed' }> }) {
  const t = useTranslations('compare.failed')
  const retry = () => void compareStore().start(source)
  const of = why === 'offline' ? 'offline' : 'broken'
  return (
    <Callout tone="warning" title={t(`${of}.title`)} todo={<Button onClick={retry}>{t('retry')}</Button>} live>
      {t(`${of}.meaning`)}
    </Callout>
  )
}
