import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { ErasureList } from '@/components/energy/erasure-list'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { erasuresOf } from '@/lib/db/read/erasures'
import { metersPage } from '@/lib/db/read/meters-page'
import { listAsked, type ListParams } from '../list-asked'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '../search-form'
import { FoundMeters } from './found-meters'
import { MeterErasure } from './meter-erasure'

const PATH = '/operator/erasure'
const SIZE = 25

type Search = { searchParams: Promise<ListParams & { done?: string | string[] }> }

/** Of more the one is chosen first: an erasure is about one meter. */
const MOST_SHOWN = 5

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('erasure.operator')
  return { title: t('title') }
}

/** Erasure for a person who asked the operator instead of doing it in the market. */
export default async function OperatorErasurePage({ searchParams }: Search) {
  const viewer = await requireOperator(PATH)
  const params = await searchParams
  const { search, ...asked } = listAsked(params)
  const [t, found, erasures] = await Promise.all([
    getTranslations('erasure.operator'),
    search === '' ? null : metersPage(viewer, { search, ...asked, size: SIZE }),
    erasuresOf(viewer),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-6">
        {params.done !== undefined && (
          <Callout tone="success" title={t('doneTitle')} live>
            {t('doneMeaning')}
          </Callout>
        )}
        <Card flush title={found ? t('found', { count: found.count }) : t('which')} lead={t('whichMeaning')}>
          <SearchForm search={search} path={PATH} clear={t('another')} />
          {found && found.count > MOST_SHOWN && (
            <>
              <FoundMeters meters={found.meters} />
              <Pager path={PATH} search={search} page={found.page} pages={Math.ceil(found.count / SIZE)} />
            </>
          )}
        </Card>
        {found &&
          found.count <= MOST_SHOWN &&
          found.meters.map((meter) => <MeterErasure key={meter.id} viewer={viewer} meter={meter} now={utcSeconds()} />)}
        <ErasureList erasures={erasures} />
      </div>
    </>
  )
}
