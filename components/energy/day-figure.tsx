'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Table, type Column } from '@/components/ui/table'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import { energyText, energyUnitFor } from '@/lib/format/energy'
import type { Wh } from '@/lib/domain/units/units'
import { DayPlot } from './day-plot'
import { intervalTimes } from './interval-times'

const HATCHED = 'repeating-linear-gradient(0deg, var(--color-chart-1) 0 1.5px, transparent 1.5px 4px)'

export interface DayFigureProps {
  day: MeterDay
  /** Of the market: intervals are counted from its midnight. */
  timeZone: string
}

/** One day of a meter, interval by interval: a picture, and the same figures as a table. What was not measured is hatched. */
export function DayFigure({ day, timeZone }: DayFigureProps) {
  const t = useTranslations('dayProof.figure')
  const titleId = useId()
  const times = intervalTimes(day, timeZone)
  const exports = day.exportWh.some((energy) => energy > 0n)
  const doubtful = day.qualities.some((quality) => quality === 'Estimated' || quality === 'Substituted')
  const missing = day.qualities.includes('Missing')
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <span id={titleId} className="font-medium">
          {t('title', { minutes: day.minutes })} <span className="text-sm font-normal text-quiet">({unitOf(day)})</span>
        </span>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
          <Entry background="var(--color-chart-1)">{t('import')}</Entry>
          {exports && <Entry background="var(--color-chart-2)">{t('export')}</Entry>}
          {doubtful && <Entry background={HATCHED}>{t('notMeasured')}</Entry>}
          {missing && <Entry background="var(--color-chart-band)">{t('missing')}</Entry>}
        </ul>
      </figcaption>
      <DayPlot day={day} times={times} unit={unitOf(day)} />
      <details className="group mt-3 text-sm">
        <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent sm:min-h-8">
          {t('asTable', { count: day.importWh.length })}
        </summary>
        <div
          role="region"
          aria-labelledby={titleId}
          tabIndex={0}
          className="mt-2 max-h-96 overflow-y-auto rounded-control border border-line"
        >
          <IntervalTable day={day} times={times} exports={exports} />
        </div>
      </details>
    </figure>
  )
}

interface IntervalTableProps {
  day: MeterDay
  times: string[]
  exports: boolean
}

function IntervalTable({ day, times, exports }: IntervalTableProps) {
  const t = useTranslations('dayProof.figure')
  const locale = useLocale()
  const text = (energy: Wh | undefined) =>
    energyText(energy ?? (0n as Wh), locale, { unit: unitOf(day), exact: true }).number
  const columns: Column<number>[] = [
    { key: 'time', header: t('time'), cell: (index) => times[index], primary: true },
    {
      key: 'import',
      header: `${t('import')} (${unitOf(day)})`,
      cell: (index) => text(day.importWh[index]),
      numeric: true,
    },
    ...(exports
      ? [
          {
            key: 'export',
            header: `${t('export')} (${unitOf(day)})`,
            cell: (index: number) => text(day.exportWh[index]),
            numeric: true,
          },
        ]
      : []),
    { key: 'quality', header: t('quality'), cell: (index) => <QualityName quality={day.qualities[index]} /> },
  ]
  return (
    <Table
      caption={t('title', { minutes: day.minutes })}
      columns={columns}
      rows={[...day.importWh.keys()]}
      rowKey={String}
    />
  )
}

function QualityName({ quality = 'Missing' }: { quality?: IntervalQuality }) {
  const t = useTranslations('dayProof.quality')
  return t(quality)
}

function Entry({ background, children }: { background: string; children: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden="true" className="size-3 rounded-[3px]" style={{ background }} />
      {children}
    </li>
  )
}

/** One unit for the whole day, so that its intervals compare: by the largest of them. */
function unitOf({ importWh, exportWh }: MeterDay): 'Wh' | 'kWh' | 'MWh' {
  const largest = [...importWh, ...exportWh].reduce<bigint>((most, energy) => (energy > most ? energy : most), 0n)
  return largest < 1_000n ? 'Wh' : energyUnitFor(largest as Wh)
}
