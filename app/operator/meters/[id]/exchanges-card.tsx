import { useTranslations } from 'next-intl'
import { TxHash } from '@/components/energy/chain-name'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { exchangesOf } from '@/lib/db/read/exchanges'
import type { Dial } from '@/lib/domain/metering/meter'
import { sumWh } from '@/lib/domain/metering/register-values'

type MeterExchange = Awaited<ReturnType<typeof exchangesOf>>[number]
/** With the serial number of the former meter, which began to count with the exchange before. */
type Row = MeterExchange & { serial: string | undefined }

export interface ExchangesCardProps {
  /** The newest first. */
  exchanges: MeterExchange[]
  /** Of each device, by the instant it began to count; zero for the first. */
  serials: ReadonlyMap<number, string>
}

/** The meters that were here before: what each ended with, and what the next began with. */
export function ExchangesCard({ exchanges, serials }: ExchangesCardProps) {
  const t = useTranslations('meters.exchanges')
  if (exchanges.length === 0) return null
  const columns: Column<Row>[] = [
    {
      key: 'time',
      header: t('time'),
      cell: ({ opening }) => <Moment at={opening.time} precision="minute" />,
      primary: true,
    },
    {
      key: 'former',
      header: t('former'),
      cell: ({ former, serial }) => <Device meter={former} serial={serial} />,
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
      cell: ({ next, opening }) => <Device meter={next} serial={serials.get(opening.time)} />,
    },
    {
      key: 'opening',
      header: t('opening'),
      cell: ({ opening }) => <Energy wh={sumWh(opening.importWh)} unit="kWh" exact />,
      numeric: true,
    },
    { key: 'tx', header: t('transaction'), cell: ({ txHash }) => <TxHash hash={txHash} /> },
  ]
  const rows = exchanges.map((exchange, place) => ({
    ...exchange,
    serial: serials.get(exchanges[place + 1]?.opening.time ?? 0),
  }))
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table caption={t('title')} columns={columns} rows={rows} rowKey={({ txHash }) => txHash} />
    </Card>
  )
}

function Device({ meter: { digits, multiplier }, serial }: { meter: Dial; serial: string | undefined }) {
  const t = useTranslations('meters.exchanges')
  return (
    <>
      {serial !== undefined && <span className="figure block">{serial}</span>}
      <span className={serial === undefined ? undefined : 'text-sm text-quiet'}>
        {t('meter', { digits, multiplier })}
      </span>
    </>
  )
}
