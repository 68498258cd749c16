import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { hourGrid } from '@/lib/domain/metering/hour-grid'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { DateSpan } from '@/lib/domain/metering/metering-view'
import { wh } from '@/lib/domain/units/units'
import { energyText } from '@/lib/format/energy'
import { formatDate } from '@/lib/format/local-date'
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
      <div className="mb-4 flex justify-end">
        <HeatLegend scale={scale} hasMissing={cells.marks.includes('-')} />
      </div>
      <HeatMap cells={cells} scale={scale} months={months} choice={{ ...choice, flow }} year={span.from.slice(0, 4)} />
      <HeatTable grid={grid} />
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

function HeatLegend({ scale, hasMissing }: { scale: readonly number[]; hasMissing: boolean }) {
  const t = useTranslations('metering.heat')
  const locale = useLocale()
  const text = (energy: number) => energyText(wh(BigInt(Math.round(energy))), locale, { unit: 'kWh', digits: 3 }).number
  const short = (energy: number) => text(energy).replace(/([.,]\d*?)0+$/, '$1').replace(/[.,]$/, '')
  return (
    <ul className="flex flex-wrap items-end justify-end gap-x-3 gap-y-2 text-xs text-quiet">
      <li className="pb-px">{t('legend', { unit: 'kWh' })}</li>
      <li className="flex">
        {scale.map((from, level) => (
          <span key={from} className="flex flex-col items-start gap-1">
            <span
              aria-hidden="true"
              className={classes('h-2.5 w-11 border-y border-line', level === 0 && 'rounded-l-sm border-l', level === scale.length - 1 && 'rounded-r-sm border-r')}
              style={{ background: heatColour(level, scale.length) }}
            />
            <span className="figure">{t('from', { value: short(from) })}</span>
          </span>
        ))}
      </li>
      {hasMissing && (
        <li className="flex flex-col items-start gap-1">
          <svg aria-hidden="true" width={28} height={10}>
            <path d="M.5 0v10M4.500 0v10M8.500 0v10M12.500 0v10M16.500 0v10M20.500 0v10M24.500 0v10" stroke="var(--color-edge)" strokeWidth={0.75} />
          </svg>
          {t('none')}
        </li>
      )}
    </ul>
  )
}
