import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { ImportReport } from '@/lib/db/read/imports'
import { FileFaultText } from '../file-fault-text'

type ReportLine = ImportReport['lines'][number]
type Placed = ReportLine & { place: number }

/** Each fault and remark in plain words, faults first, with the line it is about and the meter it concerns. */
export function ReportLines({ report }: { report: ImportReport }) {
  const t = useTranslations('imports.report')
  const { lines, faults, remarks } = report
  const placed = lines.map((line, place) => ({ ...line, place }))
  const rows = [...placed.filter(({ kind }) => kind === 'fault'), ...placed.filter(({ kind }) => kind === 'remark')]
  const columns: Column<Placed>[] = [
    { key: 'line', header: t('line'), cell: ({ line }) => <Place line={line} />, primary: true },
    {
      key: 'kind',
      header: t('kind'),
      cell: ({ kind }) => <Badge tone={kind === 'fault' ? 'danger' : 'neutral'}>{t(kind)}</Badge>,
    },
    {
      key: 'what',
      header: t('what'),
      cell: (line) => <What line={line} isKept={report.status === 'done'} />,
      className: 'sm:w-full',
    },
  ]
  if (rows.length === 0) return <EmptyState title={t('none')} icon="circleCheck" />
  return (
    <>
      <Table
        caption={t('caption')}
        columns={columns}
        rows={rows}
        rowKey={({ place }) => String(place)}
        rowData={({ name, kind }) => ({ 'data-report-line': name, 'data-kind': kind })}
      />
      {faults + remarks > rows.length && (
        <p className="border-t border-line px-4 py-3 text-sm text-quiet sm:px-6">
          {t('more', { shown: rows.length, all: faults + remarks })}
        </p>
      )}
    </>
  )
}

/** Under its heading a number says enough; on a phone it is the heading. */
function Place({ line }: Pick<ReportLine, 'line'>) {
  const t = useTranslations('imports.report')
  if (line === null) return t('whole')
  return (
    <>
      <span className="sm:hidden">{t('lineNumber', { line })}</span>
      <span className="hidden sm:inline">{line}</span>
    </>
  )
}

/** A refused file may name meters that are not the operator's: only of what was kept a meter can be looked at. */
function What({ line: { name, facts }, isKept }: { line: ReportLine; isKept: boolean }) {
  const t = useTranslations('imports.mapping')
  const { meter } = facts
  return (
    <span className="block text-left">
      <FileFaultText name={name} facts={facts} />
      {isKept && typeof meter === 'string' && meter !== '' && (
        <Link href={`/operator/meters?q=${encodeURIComponent(meter)}`} className="link ml-2 whitespace-nowrap">
          {t('meter')} {meter}
        </Link>
      )}
    </span>
  )
}
