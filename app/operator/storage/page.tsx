import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHeader } from '@/components/ui/page-header'
import { requireStorage } from '@/lib/auth/viewer'
import { storagesOf } from '@/lib/db/read/storages'
import { walletSettings } from '@/lib/services/wallet-settings'
import { OfferStorageForm } from './offer-storage-form'
import { StoragesCard } from './storages-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('storage')
  return { title: t('title') }
}

/** A storage operator's offers: what it takes in, on what terms, and a new one. */
export default async function StoragePage() {
  const viewer = await requireStorage('/operator/storage')
  const [t, offers] = await Promise.all([getTranslations('storage'), storagesOf(viewer.address)])
  const sender = { operator: viewer.address, settings: walletSettings() }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ClientMessages of={['energy.register', 'meters', 'refusals', 'storage', 'wallet']}>
        <div className="space-y-4 sm:space-y-6">
          <StoragesCard offers={offers} {...sender} />
          <OfferStorageForm {...sender} />
        </div>
      </ClientMessages>
    </>
  )
}
