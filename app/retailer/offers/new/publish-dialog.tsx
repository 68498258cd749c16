'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { DescriptionList } from '@/components/ui/description-list'
import { Skeleton } from '@/components/ui/skeleton'
import { WalletProvider } from '@/components/wallet/wallet-provider'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Address } from '@/lib/domain/units/hex'
import { formatDay } from '@/lib/format/period'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { PublishFlow } from './publish-flow'
import type { ReadyOffer } from './read-offer-text'

export interface PublishDialogProps {
  ready: ReadyOffer
  settings: WalletSettings
  retailer: Address
  onPublished: () => void
  onClose: () => void
}

/** The second look before an offer that can never be edited. Brings the wallet code with it: loaded only when it opens. */
export function PublishDialog({ ready, settings, retailer, onPublished, onClose }: PublishDialogProps) {
  const t = useTranslations('publish.confirm')
  return (
    <Dialog
      open
      persistent
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: ready.name })}
      description={t('meaning')}
    >
      <div className="space-y-6">
        <DescriptionList items={useSummary(ready.offer)} />
        <WalletProvider settings={settings} fallback={<Skeleton className="h-11" />}>
          <PublishFlow
            ready={ready}
            settings={settings}
            retailer={retailer}
            onPublished={onPublished}
            onClose={onClose}
          />
        </WalletProvider>
      </div>
    </Dialog>
  )
}

function useSummary(offer: Offer) {
  const t = useTranslations('publish')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const term = useTranslations('units')('months', { count: offer.termPeriods })
  return [
    { key: 'class', term: t('customers.class'), description: t(`customers.classes.${offer.customerClass}`) },
    { key: 'model', term: t('settlement.model'), description: t(`settlement.models.${offer.model}.name`) },
    { key: 'term', term: t('terms.term'), description: term },
    // The first instant after it belongs to the next day.
    { key: 'until', term: t('availability.validUntil'), description: formatDay(offer.validUntil - 1, style) },
  ]
}
