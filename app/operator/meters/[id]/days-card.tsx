import Link from 'next/link'
import { useTimeZone, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import { dayBounds } from '@/lib/domain/metering/calendar'
import { worstQuality, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import { sumWh } from '@/lib/domain/metering/register-values'
import { DayStrip } from './day-strip'

export interface DaysCardProps {
  days: MeterDay[]
  /** Days that have data. */
  stored: ReadonlySet<string>
  editLink: (day: string) => string
}

const TONE = { Measured: 'success', Substituted: 'info', Estimated: 'warning', Missing: 'danger' } as const

/** Day by day: energy, how well each interval is known, and the way to edit one. */
export function DaysCard({ days, stored, editLink }: DaysCardProps) {
  const t = useTranslations('operator.data.days')
  const timeZone = useTimeZone() ?? 'UTC'
  const columns: Column<MeterDay>[] = [
    { key: 'day', header: t('day'), cell: ({ day }) => <Moment at={dayBounds(day, timeZone).start} />, primary: true },
    {
      key: 'import',
      header: t('import'),
      cell: ({ importWh }) => <Energy wh={sumWh(importWh)} unit="kWh" exact />,
      numeric: true,
    },
    {
      key: 'export',
      header: t('export'),
      cell: ({ exportWh }) => <Energy wh={sumWh(exportWh)} unit="kWh" exact />,
      numeric: true,
    },
    { key: 'strip', header: t('intervals'), cell: (day) => <DayStrip day={day} label={summaryOf(day, t)} /> },
    {
      key: 'quality',
      header: t('qualityTerm'),
      cell: (day) => {
        const worst = worstQuality(day.qualities)
        return <Badge tone={TONE[worst]}>{t(stored.has(day.day) ? `quality.${worst}` : 'absent')}</Badge>
      },
      cellData: ({ qualities }) => ({ 'data-quality': worstQuality(qualities) }),
    },
    {
      key: 'edit',
      header: <span className="sr-only">{t('edit')}</span>,
      cell: ({ day }) => (
        <Link
          href={editLink(day)}
          className="inline-flex min-h-11 items-center font-medium text-accent hover:underline sm:min-h-8"
        >
          {t('edit')}
          <span className="sr-only"> {day}</span>
        </Link>
      ),
    },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={columns.filter(({ key }) => key !== 'export' || days.some(givesAny))}
        rows={days}
        rowKey={({ day }) => day}
        empty={<p className="px-4 pb-6 text-sm text-quiet sm:px-6">{t('none')}</p>}
      />
    </Card>
  )
}

/** Most supply points give nothing to the grid: a column of zeros says so less well than none. */
const givesAny = ({ exportWh }: MeterDay) => exportWh.some((energy) => energy > 0n)

/** "20 measured, 4 missing": what the strip shows, in words. */
function summaryOf({ qualities }: MeterDay, t: ReturnType<typeof useTranslations<'operator.data.days'>>): string {
  const found = new Map<IntervalQuality, number>()
  for (const quality of qualities) found.set(quality, (found.get(quality) ?? 0) + 1)
  return [...found].map(([quality, count]) => t('counted', { quality, count })).join(', ')
}
