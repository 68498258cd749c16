'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CompareState } from './compare-store'
import { ApartList } from './apart-list'
import { BestNote } from './best-note'
import { ChosenBar } from './chosen-bar'
import { RangeNote } from './range-note'
import { ranking } from './ranking'
import { ResultList } from './result-list'
import { Share } from './share'
import { SideBySide } from './side-by-side'
import { useFocusOnce } from './use-focus-once'
import { useSpokenResult } from './use-spoken-result'
import { WishBar } from './wish-bar'
import type { ComparedAnswer } from './worker/protocol'

export interface ResultsProps {
  state: CompareState
  compared: ComparedAnswer
}

/** What every offer would cost: the list, what it can be sorted and filtered by, some of it side by side, and a link to it. */
export function Results({ state, compared }: ResultsProps) {
  const t = useTranslations('compare.results')
  const { wishes, chosen, round, isLinked, point } = state
  const heading = useFocusOnce<HTMLHeadingElement>(isLinked ? null : `ready ${round}`)
  // What a link puts side by side is there at once, and leaves the focus where it is.
  const [besides, setBesides] = useState<'none' | 'linked' | 'asked'>(chosen.length >= 2 ? 'linked' : 'none')
  const ranked = ranking(compared.rows, wishes)
  const spoken = useSpokenResult(ranked.shown)
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
      <WishBar wishes={wishes} rows={compared.rows} customerClass={point.customerClass} />
      {besides !== 'none' && beside.length >= 2 && (
        <SideBySide rows={beside} takesFocus={besides === 'asked'} onClose={() => setBesides('none')} />
      )}
      <BestNote shown={ranked.shown} />
      <ResultList key={round} ranking={ranked} chosen={chosen} year={compared.year} />
      <RangeNote compared={compared} />
      {ranked.apart.length > 0 && <ApartList rows={ranked.apart} />}
      {chosen.length > 0 && <ChosenBar count={chosen.length} onBeside={() => setBesides('asked')} />}
    </section>
  )
}
