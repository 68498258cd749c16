import { useLocale, useTranslations } from 'next-intl'
import { CopyText } from '@/components/ui/copy-text'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Moment } from '@/components/energy/period'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { ImportReport } from '@/lib/db/read/imports'
import { formatDateRange } from '@/lib/format/local-date'
import { formatCount } from '@/lib/format/number'
import { shortHex } from '@/lib/format/hex'
import { fileSize } from '../file-size'
import { FormatName } from '../format-name'

/** How much came of it, and what exactly was read. */
export function ReportFigures({ report }: { report: ImportReport }) {
  const t = useTranslations('imports.report')
  const list = useTranslations('imports.list')
  const locale = useLocale()
  const { from, to, sha256 } = report
  const facts = [
    { key: 'format', term: list('format'), description: <FormatName format={report.format} /> },
    {
      key: 'when',
      term: list('when'),
      description: <Moment at={report.createdAt} precision="minute" />,
      numeric: true,
    },
    {
      key: 'size',
      term: t(report.status === 'receiving' ? 'received' : 'size'),
      description: fileSize(report.bytes, locale),
      numeric: true,
    },
    ...(from && to
      ? [
          {
            key: 'span',
            term: t('span'),
            description: formatDateRange({ first: from, last: to }, locale),
            numeric: true,
          },
        ]
      : []),
    ...(sha256
      ? [{ key: 'digest', term: t('digest'), description: <CopyText text={sha256}>{shortHex(sha256)}</CopyText> }]
      : []),
  ]
  return (
    <Card title={t(report.status === 'done' ? 'figures' : 'file')}>
      {report.status === 'done' && (
        <div className="mb-6">
          <StatGroup>
            <Stat large label={t('daysNew')} value={formatCount(report.daysNew, locale)} />
            <Stat label={t('daysChanged')} value={formatCount(report.daysChanged, locale)} />
            <Stat label={t('daysUnchanged')} value={formatCount(report.daysUnchanged, locale)} />
            <Stat label={t('meters')} value={formatCount(report.meters, locale)} />
            {report.readings > 0 && <Stat label={t('readings')} value={formatCount(report.readings, locale)} />}
          </StatGroup>
        </div>
      )}
      <DescriptionList items={facts} />
    </Card>
  )
}
