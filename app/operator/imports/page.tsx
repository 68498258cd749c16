import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { importsOf } from '@/lib/db/read/imports'
import { fewMeterNumbers } from '@/lib/db/read/meters-page'
import { savedMappings } from '@/lib/services/saved-mappings'
import { ImportsTable } from './imports-table'
import { UploadPanel } from './upload-panel'

/** Numbers to choose from while one is typed. */
const MOST_SUGGESTED = 500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title') }
}

/** Where the operator hands meter files in, and what became of those before. */
export default async function ImportsPage() {
  const viewer = await requireOperator('/operator/imports')
  const [t, imports, saved, numbers] = await Promise.all([
    getTranslations('imports'),
    importsOf(viewer),
    savedMappings(viewer),
    fewMeterNumbers(viewer, MOST_SUGGESTED),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <UploadPanel saved={saved} meterNumbers={numbers} />
        <Card title={t('list.title')} flush>
          {imports.length > 0 ? (
            <ImportsTable imports={imports} />
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyMeaning')}</EmptyState>
          )}
        </Card>
      </div>
    </>
  )
}
