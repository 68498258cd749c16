import { useTranslations } from 'next-intl'
import { Energy, EnergyDifference } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { ComparedReading, ComparedReadings } from '@/lib/services/register-readings'
import { DifferenceName } from './differences-card'

/** What registers showed in this month as files say, each against the intervals since the reading before it. */
export function ReadingsCard({ rows, hasMore }: ComparedReadings) {
  const t = useTranslations('operator.data.readings')
  const columns: Column<ComparedReading>[] = [
    { key: 'time', header: t('time'), cell: ({ time }) => <Moment at={time} precision="minute" />, primary: true },
    {
      key: 'register',
      header: t('register'),
      cell: ({ name, channel }) => (
        <>
          <DifferenceName register={name} /> <span className="text-quiet">{channel}</span>
        </>
      ),
    },
    {
      key: 'value',
      header: t('value'),
      cell: ({ valueWh }) => <Energy wh={valueWh} unit="kWh" exact />,
      numeric: true,
    },
    {
      key: 'difference',
      header: t('difference'),
      cell: ({ difference }) => <Difference difference={difference} />,
      numeric: true,
    },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ channel, time }) => `${channel} ${time}`}
        empty={<p className="px-4 pb-6 text-sm text-quiet sm:px-6">{t('none')}</p>}
      />
      {hasMore && (
        <p className="border-t border-line px-4 py-3 text-sm text-quiet sm:px-6">{t('more', { count: rows.length })}</p>
      )}
    </Card>
  )
}

function Difference({ difference }: Pick<ComparedReading, 'difference'>) {
  const t = useTranslations('operator.data.readings')
  if (!difference.ok) return <span className="text-danger">{t('refused', { name: difference.refusal.name })}</span>
  if (difference.value === null) return <span className="text-quiet">{t('alone')}</span>
  return <EnergyDifference wh={difference.value.differenceWh} unit="kWh" exact />
}
