'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Money, MoneyDifference } from '@/components/energy/money'
import { OfferKind } from '@/components/energy/offer-kind'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import type { UseYear } from '@/lib/domain/offers/compare/compared'
import type { Micro } from '@/lib/domain/units/units'
import { shortHex } from '@/lib/format/hex'
import { formatMoney } from '@/lib/format/money'
import { formatBasisPoints } from '@/lib/format/number'
import { CostBar } from './cost-bar'
import type { PricedRow } from './ranking'
import { compareStore } from './use-compare'

const RowDetails = partOnDemand(
  () => import('./row-details').then((module) => module.RowDetails),
  <Skeleton className="h-96" />,
)

export interface ResultRowProps {
  row: PricedRow
  rank: number
  scale: { from: Micro; to: Micro }
  year: UseYear
  isChosen: boolean
  /** Four stand side by side, and no more. */
  mayChoose: boolean
}

/** One offer: what a year would cost, between what and what, and what to look out for. */
export function ResultRow({ row, rank, scale, year, isChosen, mayChoose }: ResultRowProps) {
  const t = useTranslations('compare.row')
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { cost } = row
  return (
    <li className="rounded-card border border-line bg-surface" data-offer={row.id}>
      <article aria-labelledby={id}>
        <div className="grid gap-x-6 gap-y-3 p-4 sm:px-6 sm:py-5 lg:grid-cols-[minmax(0,17rem)_minmax(0,1fr)_10rem]">
          <div className="flex min-w-0 gap-3">
            <span className="figure mt-0.5 w-6 shrink-0 text-quiet" aria-label={t('rank', { rank })}>
              {rank}
            </span>
            <div className="min-w-0">
              <h3 id={id} className="font-semibold tracking-tight wrap-anywhere">
                {row.name}
              </h3>
              <p className="mt-0.5 text-sm text-quiet">{row.retailerName ?? shortHex(row.retailer)}</p>
            </div>
          </div>
          <div className="order-last min-w-0 lg:order-none">
            <CostBar cost={cost} scale={scale} />
            <Facts row={row} />
          </div>
          <Cost cost={cost} />
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-4 py-2 sm:px-6">
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            aria-controls={`${id}-more`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t('less') : t('details')}
            <span className="sr-only">{row.name}</span>
          </Button>
          <label className="ml-auto inline-flex min-h-11 items-center gap-2 px-2 text-sm font-medium text-soft has-disabled:opacity-50 sm:min-h-8">
            <input
              type="checkbox"
              className="size-5 sm:size-4"
              checked={isChosen}
              disabled={!mayChoose}
              onChange={({ target }) => compareStore().choose(row.id, target.checked)}
            />
            {t('beside')}
            <span className="sr-only">{row.name}</span>
          </label>
        </div>
        <div id={`${id}-more`} hidden={!isOpen}>
          {isOpen && (
            <div className="border-t border-line px-4 py-5 sm:px-6">
              <RowDetails row={row} year={year} />
            </div>
          )}
        </div>
      </article>
    </li>
  )
}

function Cost({ cost }: Pick<PricedRow, 'cost'>) {
  const t = useTranslations('compare.row')
  const locale = useLocale()
  const text = (amount: Micro) => formatMoney(amount, locale, { digits: 0 })
  return (
    <div className="pl-9 lg:pl-0 lg:text-right">
      <p className="text-xl font-semibold tracking-tight" data-likely="">
        <Money micro={cost.likely} /> <span className="text-sm font-normal text-quiet">{t('aYear')}</span>
      </p>
      <p className="figure mt-0.5 text-sm text-quiet">{t('range', { low: text(cost.low), high: text(cost.high) })}</p>
    </div>
  )
}

function Facts({ row }: { row: PricedRow }) {
  const t = useTranslations('compare.row')
  const locale = useLocale()
  const { cost } = row
  const deviation = cost.penalties.excess + cost.penalties.shortfall
  return (
    <ul className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-soft">
      {cost.warnings.some(({ name }) => name === 'CheapHeadline') && (
        <li>
          <Badge tone="warning">{t('cheapHeadline')}</Badge>
        </li>
      )}
      <li>
        <OfferKind formula={row.formula} />
      </li>
      <li>{t('green', { share: formatBasisPoints(cost.greenShare, locale) })}</li>
      <li>{cost.exitFee === 0n ? t('noExitFee') : t.rich('exitFee', { fee: () => <Money micro={cost.exitFee} /> })}</li>
      <li>{t.rich('deviation', { cost: () => <MoneyDifference micro={deviation} /> })}</li>
    </ul>
  )
}
