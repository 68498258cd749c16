import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireRetailer } from '@/lib/auth/viewer'
import { owedBy } from '@/lib/db/read/escrow'
import { offersOfRetailer } from '@/lib/db/read/offers'
import type { Address } from '@/lib/domain/units/hex'
import { walletSettings } from '@/lib/services/wallet-settings'
import { RetailerOwes } from '../retailer-owes'
import { OffersTable } from './offers-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('retailer.offers')
  return { title: t('title') }
}

/** My offers: what is on the market, what was withdrawn, and how many signed. */
export default async function OffersPage() {
  const viewer = await requireRetailer('/retailer/offers')
  const [t, offers, debts] = await Promise.all([
    getTranslations('retailer.offers'),
    offersOfRetailer(viewer.address),
    owedBy(viewer),
  ])
  const publish = (
    <LinkButton href="/retailer/offers/new" variant="primary" icon="tag">
      {t('publish')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={offers.length > 0 && publish} />
      <div className="not-empty:mb-6">
        <RetailerOwes debts={debts} />
      </div>
      <Card flush>
        {offers.length === 0 ? (
          <EmptyState title={t('emptyTitle')} icon="tag" action={publish}>
            {t('emptyMeaning')}
          </EmptyState>
        ) : (
          <OffersTable offers={offers} retailer={viewer.address as Address} settings={walletSettings()} />
        )}
      </Card>
    </>
  )
}
