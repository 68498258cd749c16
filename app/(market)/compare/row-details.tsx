'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { MonthBars } from '@/components/charts/month-bars'
import { Money, MoneyDifference } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import type { UseYear } from '@/lib/domain/offers/compare/compared'
import type { MonthCost } from '@/lib/domain/offers/compare/offer-cost'
import { monthText } from './month-text'
import type { PricedRow } from './ranking'
import { Suggested } from './suggested'
import { compareClient } from './use-compare'
import { Warnings } from './warnings'
import type { DetailsAnswer } from './worker/protocol'

/** What stands behind the one figure: other amounts of use, month by month, and how much energy to agree on. */
export function RowDetails({ row, year }: { row: PricedRow; year: UseYear }) {
  const t = useTranslations('compare.details')
  const [details, retry] = useDetails(row, year)
  return (
    <div className="space-y-8">
      <Warnings row={row} />
      <Levels row={row} />
      {details === 'asking' && <Skeleton className="h-96" />}
      {details === 'failed' && (
        <Callout tone="warning" title={t('failed')} todo={<Button onClick={retry}>{t('retry')}</Button>} live />
      )}
      {typeof details === 'object' && (
        <>
          <MonthsChart months={details.months} />
          {details.suggestion && <Suggested row={row} suggestion={details.suggestion} />}
        </>
      )}
    </div>
  )
}

type Details = DetailsAnswer | 'asking' | 'failed'

/** Asked anew for another year of use; what comes late is not shown. */
function useDetails({ id }: PricedRow, year: UseYear): [Details, () => void] {
  const [answer, setAnswer] = useState<{ year: UseYear; details: Details } | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    compareClient()
      .ask({ name: 'details', id }, { signal: stop.signal })
      .then(
        (details) => setAnswer({ year, details }),
        () => !stop.signal.aborted && setAnswer({ year, details: 'failed' }),
      )
    return () => stop.abort()
  }, [id, year, attempt])
  const retry = () => {
    setAnswer(null)
    setAttempt(attempt + 1)
  }
  return [answer?.year === year ? answer.details : 'asking', retry]
}

function Levels({ row: { cost } }: { row: PricedRow }) {
  const t = useTranslations('compare.details')
  const figures = [
    { key: 'at85', value: <Money micro={cost.at85} /> },
    { key: 'at100', value: <Money micro={cost.at100} /> },
    { key: 'at115', value: <Money micro={cost.at115} /> },
    { key: 'excess', value: <MoneyDifference micro={cost.penalties.excess} /> },
    { key: 'shortfall', value: <Money micro={cost.penalties.shortfall} /> },
    ...(cost.averagePrice === null
      ? []
      : [{ key: 'average', value: <Price microPerKwh={cost.averagePrice} /> } as const]),
    { key: 'headline', value: <Price microPerKwh={cost.headlinePrice} /> },
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]">
      {figures.map(({ key, value }) => (
        <div key={key} className="flex flex-col justify-between gap-0.5" data-level={key}>
          <dt className="text-quiet">{t(key)}</dt>
          <dd className="figure text-base font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function MonthsChart({ months }: { months: readonly MonthCost[] }) {
  const t = useTranslations('compare.details')
  const locale = useLocale()
  const parts = ['energy', 'components', 'excess', 'shortfall'] as const
  const bars = parts.flatMap((key) => {
    const values = months.map((month) => month[key])
    return values.some((value) => value !== 0n) ? [{ key, label: t(`part.${key}`), values }] : []
  })
  return (
    <MonthBars
      title={t('months')}
      measure="money"
      months={months.map(({ id }) => monthText(id, locale))}
      bars={bars}
      stacked
    />
  )
}
