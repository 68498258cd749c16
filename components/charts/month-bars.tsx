'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Legend } from './legend'
import { measureFormat } from './measure'
import type { MonthBarsProps } from './month-series'
import { MonthBarsPlot } from './month-bars-plot'
import { MonthTable } from './month-table'

const PLOT_HEIGHT = 'h-64 sm:h-72'

/** Months side by side. The table beneath the picture holds the same figures, exactly. */
export function MonthBars(props: MonthBarsProps) {
  const { title, measure, months, bars, mark, band } = props
  const t = useTranslations('ui.chart')
  const locale = useLocale()
  const titleId = useId()
  const format = measureFormat(measure, props, locale)
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <span id={titleId} className="font-medium">
          {title} <span className="text-sm font-normal text-quiet">({format.unit})</span>
        </span>
        <Legend bars={bars} mark={mark} band={band} />
      </figcaption>
      <MonthBarsPlot {...props} format={format} className={PLOT_HEIGHT} />
      <details className="group mt-3 text-sm">
        <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent sm:min-h-8">
          {t('asTable')}
        </summary>
        <MonthTable caption={title} months={months} bars={bars} mark={mark} band={band} format={format} />
      </details>
    </figure>
  )
}
