import { useTranslations } from 'next-intl'
import { TxHash } from '@/components/energy/chain-name'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { exchangesOf } from '@/lib/db/read/exchanges'
import { sumWh } from '@/lib/domain/metering/register-values'

type MeterExchange = Awaited<ReturnType<typeof exchangesOf>>[number]

/** The meters that were here before: what each ended with, and what the next began with. */
export function ExchangesCard({ exchanges }: { exchanges: MeterExchange[] }) {
  const t = useTranslations('meters.exchanges')
  if (exchanges.length === 0) return null
  const columns: Column<MeterExchange>[] = [
    {
      key: 'time',
      header: t('time'),
      cell: ({ opening }) => <Moment at={opening.time} precision="minute" />,
      primary: true,
    },
    {
      key: 'former',
      header: t('former'),
      cell: ({ former }) => t('meter', { digits: former.digits, multiplier: former.multiplier }),
    },
    {
      key: 'closing',
      header: t('closing'),
      cell: ({ closing }) => <Energy wh={sumWh(closing.importWh)} unit="kWh" exact />,
      numeric: true,
    },
    {
      key: 'next',
      header: t('next'),
      cell: ({ next }) => t('meter', { digits: next.digits, multiplier: next.multiplier }),
    },
    {
      key: 'opening',
      header: t('opening'),
      cell: ({ opening }) => <Energy wh={sumWh(opening.importWh)} unit="kWh" exact />,
      numeric: true,
    },
    { key: 'tx', header: t('transaction'), cell: ({ txHash }) => <TxHash hash={txHash} /> },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table caption={t('title')} columns={columns} rows={exchanges} rowKey={({ txHash }) => txHash} />
    </Card>
  )
}
