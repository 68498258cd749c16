import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { ShortHex } from '@/components/energy/chain-name'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Table, type Column } from '@/components/ui/table'
import { signerKindOf } from '@/lib/chain/intents/meter-key'
import type { MeterRow } from '@/lib/db/read/metering'
import type { Address } from '@/lib/domain/units/hex'
import { formatDemand } from '@/lib/format/energy'
import { KeyKind } from './key-kind'

export interface MetersListProps {
  meters: MeterRow[]
  /** Of P-256 keys. */
  verifier: Address
}

/** What each meter is, who holds it, and when it was read last. */
export function MetersList({ meters, verifier }: MetersListProps) {
  const t = useTranslations('meters')
  const locale = useLocale()
  const columns: Column<MeterRow>[] = [
    { key: 'number', header: t('list.number'), cell: (meter) => <MeterLink meter={meter} />, primary: true },
    { key: 'holder', header: t('fields.holder'), cell: ({ holder }) => <ShortHex hex={holder} /> },
    { key: 'key', header: t('list.key'), cell: ({ signer }) => <KeyKind kind={signerKindOf(signer, verifier)} /> },
    { key: 'digits', header: t('list.digits'), cell: ({ digits }) => digits, numeric: true },
    { key: 'multiplier', header: t('list.multiplier'), cell: ({ multiplier }) => `× ${multiplier}`, numeric: true },
    {
      key: 'capacity',
      header: t('fields.capacity'),
      cell: ({ capacity }) => formatDemand(capacity, locale),
      numeric: true,
    },
    { key: 'read', header: t('list.lastRead'), cell: (meter) => <LastRead meter={meter} />, numeric: true },
  ]
  return (
    <Table
      caption={t('list.title')}
      columns={columns}
      rows={meters}
      rowKey={({ id }) => id}
      rowData={({ id }) => ({ 'data-meter-id': id })}
    />
  )
}

function MeterLink({ meter: { id, number, label } }: { meter: MeterRow }) {
  const t = useTranslations('meters.list')
  return (
    <Link href={`/operator/meters/${id}`} className="block min-h-11 w-fit font-medium hover:text-accent sm:min-h-0">
      <span className="figure">{number ?? t('unnamed')}</span>
      {label && <span className="block text-sm font-normal text-quiet">{label}</span>}
    </Link>
  )
}

function LastRead({ meter: { lastRead } }: { meter: MeterRow }) {
  const t = useTranslations('operator.meters.quality')
  return (
    <span className="inline-flex flex-wrap items-baseline justify-end gap-2">
      <Moment at={lastRead.time} precision="minute" />
      {lastRead.quality !== 'Measured' && <Badge tone="warning">{t(lastRead.quality)}</Badge>}
    </span>
  )
}
