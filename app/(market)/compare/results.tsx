'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CompareState } from './compare-store'
import { ApartList } from './apart-list'
import { ChosenBar } from './chosen-bar'
import { RangeNote } from './range-note'
import { ranking } from './ranking'
import { ResultRow } from './result-row'
import { ScaleHead } from './cost-bar'
import { Share } from './share'
import { SideBySide } from './side-by-side'
import { compareStore } from './use-compare'
import { useFocusOnce } from './use-focus-once'
import type { UseFacts, UseSource } from './use-source'
import { useSpokenResult } from './use-spoken-result'
import { WishBar } from './wish-bar'
import type { ComparedAnswer } from './worker/protocol'
import { NO_WISHES } from './wishes'

/** A long market is shown piece by piece. */
const SHOWN = 20

export interface ResultsProps {
  state: CompareState
  facts: UseFacts
  compared: ComparedAnswer
  source: UseSource
}

export function Results({ state, compared }: ResultsProps) {
  const t = useTranslations('compare.results')
  const { wishes, chosen, round } = state
  const heading = useFocusOnce<HTMLHeadingElement>(`ready ${round}`)
  const [shownCount, setShownCount] = useState(SHOWN)
  // What a link puts side by side is there at once, and leaves the focus where it is.
  const [besides, setBesides] = useState<'none' | 'linked' | 'asked'>(chosen.length >= 2 ? 'linked' : 'none')
  const { shown, hidden, apart, scale } = ranking(compared.rows, wishes)
  const spoken = useSpokenResult(shown)
  const beside = chosen.flatMap((id) => compared.rows.find((row) => row.id === id) ?? [])
  return (
    <section aria-labelledby="results" className="space-y-6">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="max-w-prose">
          <h2 id="results" ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight outline-none">
            {t('title')}
          </h2>
          <p className="mt-1 text-sm text-quiet">{t('lead')}</p>
        </div>
        <Share state={state} />
      </header>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <WishBar wishes={wishes} rows={compared.rows} customerClass={state.point.customerClass} />
      {besides !== 'none' && beside.length >= 2 && (
        <SideBySide rows={beside} takesFocus={besides === 'asked'} onClose={() => setBesides('none')} />
      )}
      {shown.length > 0 && scale ? (
        <>
          <ScaleHead scale={scale} count={shown.length} />
          <ol className="space-y-3" data-results="">
            {shown.slice(0, shownCount).map((row, index) => (
              <ResultRow
                key={`${row.id} ${round}`}
                row={row}
                rank={index + 1}
                scale={scale}
                year={compared.year}
                isChosen={chosen.includes(row.id)}
                mayChoose={chosen.length < 4 || chosen.includes(row.id)}
              />
            ))}
          </ol>
          {shown.length > shownCount && (
            <Button onClick={() => setShownCount(shownCount + SHOWN)}>
              {t('more', { count: Math.min(SHOWN, shown.length - shownCount) })}
            </Button>
          )}
        </>
      ) : (
        <EmptyState
          title={hidden > 0 ? t('filtered') : t('none')}
          action={hidden > 0 && <Button onClick={() => compareStore().wish(NO_WISHES)}>{t('showAll')}</Button>}
        >
          {hidden > 0 ? t('filteredMeaning', { count: hidden }) : t('noneMeaning')}
        </EmptyState>
      )}
      {hidden > 0 && shown.length > 0 && <p className="text-sm text-quiet">{t('hidden', { count: hidden })}</p>}
      <RangeNote compared={compared} />
      {apart.length > 0 && <ApartList rows={apart} />}
      {chosen.length > 0 && <ChosenBar count={chosen.length} onBeside={() => setBesides('asked')} />}
    </section>
  )
}
