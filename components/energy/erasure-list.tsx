import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { DaySpan } from '@/lib/domain/metering/erasure'
import { shortHex } from '@/lib/format/hex'
import { DaySpanText } from './day-span'
import { Moment } from './period'

export interface ErasureEntry extends DaySpan {
  meterId: string
  days: number
  unlinked: boolean
  at: number
}

/** What was erased and when: the record itself holds nothing of whom. */
export function ErasureList({ erasures }: { erasures: ErasureEntry[] }) {
  const t = useTranslations('erasure.done')
  const columns: Column<ErasureEntry>[] = [
    { key: 'span', header: t('span'), cell: (row) => <DaySpanText {...row} />, primary: true },
    { key: 'days', header: t('days'), cell: ({ days }) => days, numeric: true },
    { key: 'number', header: t('number'), cell: ({ unlinked }) => (unlinked ? t('erased') : t('kept')) },
    { key: 'meter', header: t('meter'), cell: ({ meterId }) => <span className="font-mono">{shortHex(meterId)}</span> },
    { key: 'at', header: t('at'), cell: ({ at }) => <Moment at={at} precision="minute" />, numeric: true },
  ]
  if (erasures.length === 0) return null
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={columns}
        rows={erasures}
        rowKey={({ meterId, from, at }) => `${meterId} ${from} ${at}`}
      />
    </Card>
  )
}
