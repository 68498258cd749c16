import { useTranslations } from 'next-intl'
import { TxHash } from '@/components/energy/chain-name'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { Read } from '@/lib/domain/metering/read'
import { sumWh } from '@/lib/domain/metering/register-values'

type RecordedRead = Read & { txHash: string }

/** The newest recorded reads, each with the transaction that recorded it. */
export function ReadsCard({ reads }: { reads: RecordedRead[] }) {
  const t = useTranslations('meters.reads')
  const quality = useTranslations('operator.meters.quality')
  const columns: Column<RecordedRead>[] = [
    { key: 'time', header: t('time'), cell: ({ time }) => <Moment at={time} precision="minute" />, primary: true },
    { key: 'sequence', header: t('sequence'), cell: ({ sequence }) => sequence, numeric: true },
    {
      key: 'quality',
      header: t('quality'),
      cell: (read) => <Badge tone={read.quality === 'Measured' ? 'success' : 'warning'}>{quality(read.quality)}</Badge>,
    },
    {
      key: 'import',
      header: t('import'),
      cell: ({ importWh }) => <Energy wh={sumWh(importWh)} unit="kWh" exact />,
      numeric: true,
    },
    {
      key: 'export',
      header: t('export'),
      cell: ({ exportWh }) => <Energy wh={exportWh} unit="kWh" exact />,
      numeric: true,
    },
    { key: 'tx', header: t('transaction'), cell: ({ txHash }) => <TxHash hash={txHash} /> },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={columns.filter(({ key }) => key !== 'export' || reads.some(({ exportWh }) => exportWh > 0n))}
        rows={reads}
        rowKey={({ time }) => String(time)}
      />
    </Card>
  )
}
