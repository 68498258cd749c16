import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { estimatedReadsOf } from '@/lib/db/read/estimated-reads'
import { metersPage } from '@/lib/db/read/meters-page'
import { env } from '@/lib/env'
import { listAsked, type ListParams } from '../list-asked'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '../search-form'
import { EstimatedReads } from './estimated-reads'
import { MetersTable } from './meters-table'
import { SubmitRead } from './submit-read'

const PATH = '/operator/reads'
const SIZE = 25

type Search = { searchParams: Promise<ListParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('title') }
}

/** The operator's meters with their last reads, and the place to hand a signed read in. */
export default async function ReadsPage({ searchParams }: Search) {
  const viewer = await requireOperator(PATH)
  const { search, ...asked } = listAsked(await searchParams)
  const [t, { meters, count, page }, estimated] = await Promise.all([
    getTranslations('operator'),
    metersPage(viewer, { search, ...asked, size: SIZE }),
    estimatedReadsOf(viewer),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <SubmitRead />
        <EstimatedReads reads={estimated} isDemo={env.mode === 'demo'} />
        <Card title={t('meters.title')} lead={t('meters.count', { count })} flush>
          {count === 0 && search === '' ? (
            <EmptyState title={t('meters.emptyTitle')} icon="gauge">
              {t('meters.emptyMeaning')}
            </EmptyState>
          ) : (
            <>
              <SearchForm search={search} path={PATH} />
              {meters.length > 0 ? (
                <>
                  <MetersTable meters={meters} />
                  <Pager path={PATH} search={search} page={page} pages={Math.ceil(count / SIZE)} />
                </>
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
