import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Progress } from '@/components/ui/progress'
import { requireOperator } from '@/lib/auth/viewer'
import { getImport, type ImportReport } from '@/lib/db/read/imports'
import { fileSize } from '../file-size'
import { StatusBadge } from '../status-badge'
import { ReportFigures } from './report-figures'
import { ReportLines } from './report-lines'
import { Refresh } from './refresh'
import { TotalsCard } from './totals-card'

const UNDER_WAY = ['receiving', 'waiting', 'reading'] as const

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { id } = await params
  const viewer = await requireOperator(`/operator/imports/${encodeURIComponent(id)}`)
  return { title: (await getImport(viewer, id))?.name }
}

/** What one file brought, or why it was refused, line by line. */
export default async function ImportPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireOperator(`/operator/imports/${encodeURIComponent(id)}`)
  const [t, report] = await Promise.all([getTranslations('imports.report'), getImport(viewer, id)])
  if (!report) notFound()
  return (
    <>
      <PageHeader
        title={report.name}
        badge={<StatusBadge status={report.status} />}
        back={{ href: '/operator/imports', label: t('back') }}
        actions={report.status === 'done' && <LinkButton href="/operator/meters">{t('toMeters')}</LinkButton>}
      />
      <div className="space-y-4 sm:space-y-6">
        <Outcome report={report} />
        <ReportFigures report={report} />
        <TotalsCard report={report} />
        {!UNDER_WAY.some((status) => status === report.status) && (
          <Card title={t('lines')} lead={t('linesLead')} flush>
            <ReportLines report={report} />
          </Card>
        )}
      </div>
    </>
  )
}

/** In one sentence what the import changed, where that is not plain from its figures. */
async function Outcome({ report }: { report: ImportReport }) {
  const t = await getTranslations('imports.report')
  const { status, faults, daysNew, daysChanged, readings } = report
  if (status === 'refused')
    return (
      <Callout tone="danger" title={t('refusedTitle')}>
        {t('refusedMeaning', { count: faults })}
      </Callout>
    )
  if (status === 'failed')
    return (
      <Callout tone="warning" title={t('failedTitle')}>
        {t('failedMeaning')}
      </Callout>
    )
  const underWay = UNDER_WAY.find((one) => one === status)
  if (underWay)
    return (
      <Callout tone="info" title={t(`${underWay}Title`)} live>
        {t('readingMeaning')}
        <ReadSoFar report={report} />
        <Refresh />
      </Callout>
    )
  if (daysNew + daysChanged + readings > 0) return null
  return (
    <Callout tone="info" title={t('sameTitle')}>
      {t('sameMeaning')}
    </Callout>
  )
}

async function ReadSoFar({ report: { status, bytes, size } }: { report: ImportReport }) {
  const [t, locale] = [await getTranslations('imports'), await getLocale()]
  if (status !== 'reading' || size === null) return null
  const text = t('upload.sent', { sent: fileSize(bytes, locale), size: fileSize(size, locale) })
  return (
    <div className="mt-4">
      <Progress label={t('report.readingProgress')} value={bytes} max={size} text={text} />
    </div>
  )
}
