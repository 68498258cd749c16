import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { ErasureList } from '@/components/energy/erasure-list'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, Input } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { erasuresOf } from '@/lib/db/read/erasures'
import { metersOfOperator } from '@/lib/db/read/metering'
import { searchMeters } from '../reads/meter-search'
import { MeterErasure } from './meter-erasure'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** More are a search that was too wide: an erasure is about one meter. */
const MOST_SHOWN = 5

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('erasure.operator')
  return { title: t('title') }
}

/** Erasure for a person who asked the operator instead of doing it in the market. */
export default async function OperatorErasurePage({ searchParams }: Search) {
  const viewer = await requireOperator('/operator/erasure')
  const [t, { q, done }, meters, erasures] = await Promise.all([
    getTranslations('erasure.operator'),
    searchParams,
    metersOfOperator(viewer),
    erasuresOf(viewer),
  ])
  const search = typeof q === 'string' ? q.trim() : ''
  const found = search === '' ? [] : searchMeters(meters, search)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-6">
        {done !== undefined && (
          <Callout tone="success" title={t('doneTitle')} live>
            {t('doneMeaning')}
          </Callout>
        )}
        <Card>
          <form className="flex flex-wrap items-end gap-3">
            <Field label={t('search')} className="w-full sm:w-96">
              <Input name="q" type="search" defaultValue={search} required />
            </Field>
            <Button type="submit">{t('find')}</Button>
          </form>
        </Card>
        {search !== '' && (found.length === 0 || found.length > MOST_SHOWN) && (
          <Card>
            <EmptyState title={t('notOneTitle', { count: found.length })} icon="gauge">
              {t('notOne')}
            </EmptyState>
          </Card>
        )}
        {found.length <= MOST_SHOWN &&
          found.map((meter) => <MeterErasure key={meter.id} viewer={viewer} meter={meter} now={utcSeconds()} />)}
        <ErasureList erasures={erasures} />
      </div>
    </>
  )
}
