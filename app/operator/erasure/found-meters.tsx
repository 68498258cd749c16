import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ShortHex } from '@/components/energy/chain-name'
import { Table, type Column } from '@/components/ui/table'
import type { MeterRow } from '@/lib/db/read/metering'

/** Meters that a search found, to choose the one that is meant. */
export function FoundMeters({ meters }: { meters: MeterRow[] }) {
  const t = useTranslations('erasure.operator')
  const columns: Column<MeterRow>[] = [
    { key: 'number', header: t('meter'), cell: (meter) => <ChooseLink meter={meter} />, primary: true },
    { key: 'holder', header: t('holder'), cell: ({ holder }) => <ShortHex hex={holder} /> },
  ]
  return (
    <Table
      caption={t('which')}
      columns={columns}
      rows={meters}
      rowKey={({ id }) => id}
      rowData={({ id }) => ({ 'data-meter-id': id })}
    />
  )
}

/** By its id: no other meter has it, whatever its number and its name are like. */
function ChooseLink({ meter: { id, number, label } }: { meter: MeterRow }) {
  const t = useTranslations('meters.list')
  return (
    <Link href={`/operator/erasure?q=${id}`} className="block min-h-11 w-fit font-medium hover:text-accent sm:min-h-0">
      <span className="figure">{number ?? t('unnamed')}</span>
      {label && <span className="block text-sm font-normal text-quiet">{label}</span>}
    </Link>
  )
}
