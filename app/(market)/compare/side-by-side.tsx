'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import { useFormulaWords } from '@/components/energy/formula-words'
import { Money, MoneyDifference } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Button } from '@/components/ui/button'
import type { Micro } from '@/lib/domain/units/units'
import { shortHex } from '@/lib/format/hex'
import { formatMoney } from '@/lib/format/money'
import { formatBasisPoints } from '@/lib/format/number'
import type { PricedRow } from './ranking'
import { compareStore } from './use-compare'
import type { ComparedRow } from './worker/protocol'

export interface SideBySideProps {
  rows: readonly ComparedRow[]
  /** Somebody asked for it just now. */
  takesFocus: boolean
  onClose: () => void
}

/** Two to four offers, fact by fact. The names of the facts stay while somebody swipes through the offers. */
export function SideBySide({ rows, takesFocus, onClose }: SideBySideProps) {
  const t = useTranslations('compare.beside')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const priced = rows.filter((row): row is PricedRow => row.cost !== null)
  const facts = useFacts()
  return (
    <div className="rounded-card border border-line bg-surface" data-beside="">
      <header className="flex items-center justify-between gap-4 px-4 pt-4 sm:px-6">
        <h3 id="beside" ref={heading} tabIndex={-1} className="font-semibold outline-none">
          {t('title')}
        </h3>
        <Button size="small" onClick={onClose}>
          {t('close')}
        </Button>
      </header>
      <div
        role="region"
        aria-labelledby="beside"
        tabIndex={0}
        className="relative mt-3 snap-x scroll-pl-28 overflow-x-auto -outline-offset-2 sm:scroll-pl-44"
      >
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col" className={STICKY}>
                <span className="sr-only">{t('fact')}</span>
              </th>
              {priced.map((row) => (
                <th
                  key={row.id}
                  scope="col"
                  className="min-w-36 snap-start border-b border-line px-3 py-3 text-left align-top sm:min-w-48"
                >
                  <span className="block font-semibold wrap-anywhere">{row.name}</span>
                  <Button
                    size="small"
                    variant="quiet"
                    className="-ml-3"
                    onClick={() => compareStore().choose(row.id, false)}
                  >
                    {t('remove')}
                    <span className="sr-only">{row.name}</span>
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map(({ key, of }) => (
              <tr key={key} data-fact={key}>
                <th scope="row" className={STICKY}>
                  {t(`facts.${key}`)}
                </th>
                {priced.map((row) => (
                  <td key={row.id} className="border-b border-line px-3 py-2.5 align-top">
                    {of(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const STICKY =
  'sticky left-0 z-10 w-28 min-w-28 border-b border-line bg-surface py-2.5 pr-3 pl-4 text-left align-top font-normal text-quiet sm:w-44 sm:min-w-44 sm:pl-6'

function useFacts() {
  const t = useTranslations('compare')
  const words = useFormulaWords()
  const locale = useLocale()
  const text = (amount: Micro) => formatMoney(amount, locale, { digits: 0 })
  const fact = <Key extends string>(key: Key, of: (row: PricedRow) => ReactNode) => ({ key, of })
  return [
    fact('likely', ({ cost }) => <Money micro={cost.likely} className="text-base font-semibold" />),
    fact('range', ({ cost }) => (
      <span className="figure">{t('row.range', { low: text(cost.low), high: text(cost.high) })}</span>
    )),
    fact('at85', ({ cost }) => <Money micro={cost.at85} />),
    fact('at100', ({ cost }) => <Money micro={cost.at100} />),
    fact('at115', ({ cost }) => <Money micro={cost.at115} />),
    fact('deviation', ({ cost }) => <MoneyDifference micro={cost.penalties.excess + cost.penalties.shortfall} />),
    fact('average', ({ cost }) => (cost.averagePrice === null ? '–' : <Price microPerKwh={cost.averagePrice} />)),
    fact('headline', ({ cost }) => <Price microPerKwh={cost.headlinePrice} />),
    fact('kind', ({ formula }) => words(`${formula}.kind`, formula)),
    fact('green', ({ cost }) => <span className="figure">{formatBasisPoints(cost.greenShare, locale)}</span>),
    fact('term', ({ termPeriods }) => t('beside.months', { count: termPeriods })),
    fact('exit', ({ cost }) => (cost.exitFee === 0n ? t('row.noExitFee') : <Money micro={cost.exitFee} />)),
    fact('retailer', ({ retailer, retailerName }) => retailerName ?? shortHex(retailer)),
    fact('warning', ({ cost }) =>
      cost.warnings.length === 0 ? '–' : cost.warnings.map(({ name }) => t(`warning.${name}.title`)).join('; '),
    ),
  ] as const
}
