'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { MOST_CHOSEN } from './wishes'
import { compareStore } from './use-compare'

/** Stays in reach while somebody goes through the list. On a phone it lies above the bar under the thumb. */
export function ChosenBar({ count, onBeside }: { count: number; onBeside: () => void }) {
  const t = useTranslations('compare.beside')
  return (
    <div
      role="region"
      aria-label={t('bar')}
      className="float sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-20 flex flex-wrap items-center gap-x-4 gap-y-2 p-3 sm:bottom-4 sm:px-5"
    >
      <p role="status" className="text-sm font-medium">
        {t('chosen', { count, most: MOST_CHOSEN })}
      </p>
      <div className="ml-auto flex gap-2">
        <Button size="small" variant="quiet" onClick={() => compareStore().chooseNone()}>
          {t('clear')}
        </Button>
        <Button size="small" variant="primary" disabled={count < 2} data-beside-open="" onClick={onBeside}>
          {t('show')}
        </Button>
      </div>
    </div>
  )
}
