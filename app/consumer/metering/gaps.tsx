import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { isUnknown, type UsePoint } from '@/lib/domain/metering/use-point'
import type { UseTotals } from '@/lib/domain/metering/use-totals'
import { formatDuration } from '@/lib/format/duration'

const MOST_NAMED = 6

export interface GapsProps {
  totals: UseTotals
  points: readonly UsePoint[]
  /** What several points in a row are called together. */
  runName: (run: { first: UsePoint; last: UsePoint }) => string
}

/** In words, how much of the span was not measured, and where nothing is known. Nothing if all was measured. */
export function Gaps({ totals, points, runName }: GapsProps) {
  const t = useTranslations('metering.gaps')
  const locale = useLocale()
  const said = (['Estimated', 'Substituted', 'Missing'] as const).filter((quality) => totals.minutes[quality] > 0)
  if (said.length === 0) return null
  const gaps = gapsIn(points).map(runName)
  const list = gaps.slice(0, MOST_NAMED).join(locale === 'zh' ? '、' : ', ')
  const rest = gaps.length - MOST_NAMED
  return (
    <Callout tone={said.includes('Missing') ? 'warning' : 'info'} title={t('title')}>
      <ul className="space-y-1">
        {said.map((quality) => (
          <li key={quality}>{t(quality, { duration: formatDuration(totals.minutes[quality], locale) })}</li>
        ))}
      </ul>
      {gaps.length > 0 && points.some((point) => !isUnknown(point)) && (
        <p className="mt-2">{t('where', { list: rest > 0 ? t('more', { list, count: rest }) : list })}</p>
      )}
    </Callout>
  )
}

/** Points in a row of which something is missing. */
function gapsIn(points: readonly UsePoint[]): { first: UsePoint; last: UsePoint }[] {
  const runs: { first: UsePoint; last: UsePoint }[] = []
  points.forEach((point, index) => {
    if (point.minutes.Missing === 0) return
    const open = runs.at(-1)
    if (open && open.last === points[index - 1]) open.last = point
    else runs.push({ first: point, last: point })
  })
  return runs
}
