import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Moment } from '@/components/energy/period'
import { Table, type Column } from '@/components/ui/table'
import type { MeterImport } from '@/lib/db/read/imports'
import { FormatName } from './format-name'
import { StatusBadge } from './status-badge'

/** Each file that was handed in, and what came of it. */
export function ImportsTable({ imports }: { imports: MeterImport[] }) {
  const t = useTranslations('imports.list')
  const columns: Column<MeterImport>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => (
        <Link href={`/operator/imports/${id}`} className="link wrap-anywhere">
          {name}
        </Link>
      ),
      primary: true,
    },
    { key: 'status', header: t('status'), cell: ({ status }) => <StatusBadge status={status} /> },
    { key: 'format', header: t('format'), cell: ({ format }) => <FormatName format={format} /> },
    { key: 'days', header: t('days'), cell: (one) => <Days {...one} />, numeric: true },
    { key: 'found', header: t('found'), cell: (one) => <Found {...one} /> },
    {
      key: 'when',
      header: t('when'),
      cell: ({ createdAt }) => <Moment at={createdAt} precision="minute" />,
      numeric: true,
    },
  ]
  return (
    <Table
      caption={t('caption')}
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      rowData={({ id, status }) => ({ 'data-import': id, 'data-status': status })}
    />
  )
}

function Days({ status, daysNew, daysChanged, daysUnchanged }: MeterImport) {
  const t = useTranslations('imports.list')
  if (status !== 'done') return '–'
  return (
    <>
      {t('daysValue', { added: daysNew, changed: daysChanged })}
      {daysUnchanged > 0 && <span className="block text-quiet">{t('same', { count: daysUnchanged })}</span>}
    </>
  )
}

function Found({ faults, remarks }: MeterImport) {
  const t = useTranslations('imports.list')
  if (faults + remarks === 0) return t('nothingFound')
  return t('foundValue', { faults, remarks, both: faults > 0 && remarks > 0 ? 'yes' : 'no' })
}
