import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { metersPage } from '@/lib/db/read/meters-page'
import { walletSettings } from '@/lib/services/wallet-settings'
import { listAsked, type ListParams } from '../list-asked'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '../search-form'
import { MetersList } from './meters-list'

const PATH = '/operator/meters'
const SIZE = 25

type Search = { searchParams: Promise<ListParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meters')
  return { title: t('title') }
}

/** The operator's meters: found by number, supply point or id, a page at a time. */
export default async function MetersPage({ searchParams }: Search) {
  const viewer = await requireOperator(PATH)
  const [t, params] = await Promise.all([getTranslations('meters'), searchParams])
  const { search, ...asked } = listAsked(params)
  const { meters, count, page } = await metersPage(viewer, { search, ...asked, size: SIZE })
  const register = viewer.roles.includes('grid') && (
    <LinkButton href={`${PATH}/new`} variant="primary" icon="gauge">
      {t('register')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={register} />
      <Card flush title={t('list.title')} lead={t('list.count', { count })}>
        <SearchForm search={search} path={PATH} />
        {meters.length > 0 ? (
          <>
            <MetersList meters={meters} verifier={walletSettings().contracts.ERC7913P256Verifier} />
            <Pager path={PATH} search={search} page={page} pages={Math.ceil(count / SIZE)} />
          </>
        ) : (
          <EmptyState title={search ? t('list.noneTitle', { search }) : t('list.emptyTitle')} icon="gauge">
            {search ? t('list.noneMeaning') : t('list.emptyMeaning')}
          </EmptyState>
        )}
      </Card>
    </>
  )
}
