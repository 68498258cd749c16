'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { UseYear } from '@/lib/domain/offers/compare/compared'
import type { Hex } from '@/lib/domain/units/hex'
import { ScaleHead } from './cost-bar'
import type { Ranking } from './ranking'
import { ResultRow } from './result-row'
import { compareStore } from './use-compare'
import { MOST_CHOSEN, NO_WISHES } from './wishes'

/** A long market is shown piece by piece. */
const SHOWN = 20

export interface ResultListProps {
  ranking: Ranking
  chosen: readonly Hex[]
  year: UseYear
}

/** The offers in order, all bars on one scale; or why there are none. */
export function ResultList({ ranking: { shown, hidden, scale }, chosen, year }: ResultListProps) {
  const t = useTranslations('compare.results')
  const [count, setCount] = useState(SHOWN)
  if (shown.length === 0 || !scale) return <NoResult hidden={hidden} />
  return (
    <>
      <ScaleHead scale={scale} count={shown.length} />
      <ol className="space-y-3" data-results="">
        {shown.slice(0, count).map((row, index) => {
          const isChosen = chosen.includes(row.id)
          const mayChoose = isChosen || chosen.length < MOST_CHOSEN
          return <ResultRow key={row.id} rank={index + 1} {...{ row, scale, year, isChosen, mayChoose }} />
        })}
      </ol>
      {shown.length > count && (
        <Button onClick={() => setCount(count + SHOWN)}>
          {t('more', { count: Math.min(SHOWN, shown.length - count) })}
        </Button>
      )}
      {hidden > 0 && <p className="text-sm text-quiet">{t('hidden', { count: hidden })}</p>}
    </>
  )
}

function NoResult({ hidden }: Pick<Ranking, 'hidden'>) {
  const t = useTranslations('compare.results')
  if (hidden === 0) return <EmptyState title={t('none')}>{t('noneMeaning')}</EmptyState>
  const showAll = <Button onClick={() => compareStore().wish(NO_WISHES)}>{t('showAll')}</Button>
  return (
    <EmptyState title={t('filtered')} action={showAll}>
      {t('filteredMeaning', { count: hidden })}
    </EmptyState>
  )
}
