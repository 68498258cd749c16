import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { estimatedReadsOf, metersOfOperator } from '@/lib/db/read/metering'
import { env } from '@/lib/env'
import { EstimatedReads } from './estimated-reads'
import { searchMeters } from './meter-search'
import { MetersTable } from './meters-table'
import { SearchForm } from '../search-form'
import { SubmitRead } from './submit-read'

type Search = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('title') }
}

/** The operator's meters with their last reads, and the place to hand a signed read in. */
export default async function ReadsPage({ searchParams }: Search) {
  const viewer = await requireOperator('/operator/reads')
  const [t, meters, estimated, { q }] = await Promise.all([
    getTranslations('operator'),
    metersOfOperator(viewer),
    estimatedReadsOf(viewer),
    searchParams,
  ])
  const search = typeof q === 'string' ? q : ''
  const found = searchMeters(meters, search).sort((a, b) =>
    (a.label ?? a.id).localeCompare(b.label ?? b.id, undefined, { numeric: true }),
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <SubmitRead />
        <EstimatedReads reads={estimated} isDemo={env.mode === 'demo'} />
        <Card title={t('meters.title')} lead={t('meters.count', { count: meters.length })} flush>
          {meters.length === 0 ? (
            <EmptyState title={t('meters.emptyTitle')} icon="gauge">
              {t('meters.emptyMeaning')}
            </EmptyState>
          ) : (
            <>
              <SearchForm search={search} path="/operator/reads" />
              {found.length > 0 ? (
                <MetersTable meters={found} />
              ) : (
                <EmptyState title={t('search.noneTitle', { search })} icon="gauge">
                  {t('search.noneMeaning')}
                </EmptyState>
              )}
            </>
          )}
        </Card>
      </div>
    </>
  )
}
