'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import { Spinner } from '@/components/ui/spinner'
import type { Refusal } from '@/lib/domain/decision'
import { refusalKey } from '@/lib/errors'
import type { CheckState } from './use-check'

export const Findings = partOnDemand(
  () => import('./findings').then((module) => module.Findings),
  <Skeleton className="h-64" />,
)

/** Whatever a check is at: working, failed, refused, or done. Draws nothing before the first. */
export function CheckOutcome({ state, timeZone }: { state: CheckState; timeZone: string }) {
  const t = useTranslations('checkBill')
  switch (state.kind) {
    case 'empty':
      return null
    case 'working':
      return (
        <Card>
          <p role="status" className="flex items-center gap-3 p-1">
            <Spinner /> {t('working')}
          </p>
        </Card>
      )
    case 'failed':
      return (
        <Callout
          tone="warning"
          title={t('failed.title')}
          todo={<Button onClick={state.again}>{t('retry')}</Button>}
          live
        >
          {t('failed.meaning')}
        </Callout>
      )
    case 'refused':
      return <FileFault refusal={state.refusal} />
    case 'checked':
      return <Findings examined={state} timeZone={timeZone} onRetry={state.again} />
  }
}

/** Why this is no bill file: what was found where, and what to do. */
function FileFault({ refusal }: { refusal: Refusal }) {
  const t = useTranslations()
  // Which facts a message uses differs from one to the next: the type checker cannot follow.
  const sentence = t as unknown as (key: string, facts: Record<string, string>) => string
  const facts = Object.fromEntries(Object.entries(refusal.facts).map(([name, fact]) => [name, String(fact)]))
  return (
    <Callout tone="danger" title={t('checkBill.faultTitle')} live>
      {sentence(refusalKey(refusal.name), facts)}
    </Callout>
  )
}
