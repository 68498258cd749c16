import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { hourGrid } from '@/lib/domain/metering/hour-grid'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { DateSpan } from '@/lib/domain/metering/metering-view'
import { formatDate } from '@/lib/format/local-date'
import { formatCount } from '@/lib/format/number'
import { heatCells } from './heat-cells'
import { heatColour } from './heat-look'
import { HeatMap } from './heat-map'
import { heatScale } from './heat-scale'
import { HeatTable } from './heat-table'
import { hrefOf, type MeteringChoice } from './metering-choice'

export interface HeatCardProps {
  choice: MeteringChoice
  span: DateSpan
  metered: DateSpan
  days: readonly MeterDay[]
  exports: boolean
  timeZone: string
}

/** Every hour of the year at once. */
export function HeatCard({ choice, span, metered, days, exports, timeZone }: HeatCardProps) {
  const t = useTranslations('metering.heat')
  const locale = useLocale()
  const flow = exports ? choice.flow : 'import'
  const grid = hourGrid(days, { span, direction: flow, timeZone })
  const scale = heatScale(grid)
  const cells = heatCells(grid, metered)
  const months = grid.flatMap(({ day }, index) =>
    day.endsWith('-01') ? [{ index, label: formatDate(day, locale, 'shortMonth') }] : [],
  )
  return (
    <Card title={t('title')} lead={t('lead')} actions={exports && <FlowLinks choice={choice} />}>
      <figure aria-label={t('title')}>
        <figcaption className="mb-4">
          <HeatLegend scale={scale} hasMissing={cells.marks.includes('-')} />
        </figcaption>
        <HeatMap {...{ cells, scale, months }} choice={{ ...choice, flow }} year={span.from.slice(0, 4)} />
        <HeatTable grid={grid} />
      </figure>
    </Card>
  )
}

function FlowLinks({ choice }: { choice: MeteringChoice }) {
  const t = useTranslations('metering.heat')
  return (
    <nav aria-label={t('flow')}>
      <ul className="grid grid-cols-2 gap-1 rounded-control bg-sunken p-1">
        {(['import', 'export'] as const).map((flow) => (
          <li key={flow}>
            <Link
              href={hrefOf({ ...choice, flow })}
              scroll={false}
              aria-current={flow === choice.flow ? 'true' : undefined}
              className="flex min-h-11 items-center justify-center rounded-[0.375rem] px-3 text-sm font-medium text-soft hover:text-ink
                aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-xs sm:min-h-7"
            >
              {t(flow)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Each colour with the energy it begins at. */
function HeatLegend({ scale, hasMissing }: { scale: readonly number[]; hasMissing: boolean }) {
  const t = useTranslations('metering.heat')
  const locale = useLocale()
  const text = (level: number, from: number) => {
    const value = formatCount(from / WH_PER_KWH, locale)
    return level === scale.length - 1 && level > 0 ? `≥ ${value}` : value
  }
  return (
    <ul
      aria-label={t('legend', { unit: 'kWh' })}
      className="flex flex-wrap items-start gap-x-5 gap-y-2 text-xs text-quiet"
    >
      <li>
        <span className="mb-1 block">{t('legend', { unit: 'kWh' })}</span>
        <span className="flex">
          {scale.map((from, level) => (
            <span key={from} className="flex w-9 flex-col gap-1 sm:w-11">
              <span
                aria-hidden="true"
                className="h-2.5 border-y border-line first:border-l last:border-r"
                style={{ background: heatColour(level, scale.length) }}
              />
              <span className="figure">{text(level, from)}</span>
            </span>
          ))}
        </span>
      </li>
      {hasMissing && (
        <li>
          <span className="mb-1 block">{t('none')}</span>
          <svg aria-hidden="true" width={36} height={10} className="block">
            <path d={MISSING_STRIPES} stroke="var(--color-edge)" strokeWidth={0.75} />
          </svg>
        </li>
      )}
    </ul>
  )
}

const WH_PER_KWH = 1_000
const MISSING_STRIPES = Array.from({ length: 12 }, (_, stripe) => `M${stripe * 3 + 0.5} 0v10`).join('')
