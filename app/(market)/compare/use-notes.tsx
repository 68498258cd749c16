'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { formatCount } from '@/lib/format/number'
import type { Stage } from './compare-store'

const FaultList = partOnDemand(() => import('./refused').then((module) => module.FaultList), null, [
  'fileFaults',
  'imports.report',
])
const DAYS_OF_YEAR = 365
const DAYS_OF_MONTH = 30

/** What somebody should know before they trust the figures. */
export function UseNotes({ stage: { source, facts, compared } }: { stage: Extract<Stage, { kind: 'ready' }> }) {
  const t = useTranslations('compare.notes')
  const locale = useLocale()
  const basis = compared?.year.basis
  const isShort = facts.span !== null && facts.span.days < DAYS_OF_YEAR - DAYS_OF_MONTH / 2
  const months = facts.span ? Math.max(1, Math.round(facts.span.days / DAYS_OF_MONTH)) : 0
  return (
    <div className="space-y-3 empty:hidden">
      {isShort && facts.span && (
        <Callout
          tone="warning"
          title={t('short.title', {
            days: facts.span.days,
            months,
            isDays: facts.span.days < DAYS_OF_MONTH ? 'yes' : 'no',
          })}
        >
          {t('short.meaning')}
        </Callout>
      )}
      {source.kind === 'sums' && <Callout title={t('sums.title')}>{t('sums.meaning')}</Callout>}
      {(facts.isShared || (basis && basis.daily > 0)) && <p className="text-sm text-soft">{t('shared')}</p>}
      {basis && !isShort && basis.resampled > 0 && (
        <p className="text-sm text-soft">{t('resampled', { count: basis.resampled })}</p>
      )}
      {facts.remarks.length > 0 && (
        <details className="text-sm">
          <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent sm:min-h-8">
            {t('remarks', { count: formatCount(facts.remarks.length, locale) })}
          </summary>
          <FaultList faults={facts.remarks} />
        </details>
      )}
    </div>
  )
}
