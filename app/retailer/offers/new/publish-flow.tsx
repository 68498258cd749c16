'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { WalletStep } from '@/components/wallet/flow'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { confirmCall, sendCall } from '@/components/wallet/transaction'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { publishOfferCall } from '@/lib/chain/intents/calls'
import type { Hex } from '@/lib/domain/units/hex'
import { offerPublishedIn } from './actions'
import type { PublishDialogProps } from './publish-dialog'

/** One transaction, paid by the retailer; then on to the offer, once the market shows it. */
export function PublishFlow({ ready, settings, retailer, onPublished, onClose }: PublishDialogProps) {
  const t = useTranslations('publish.confirm')
  const router = useRouter()
  const flow = useWalletFlow()

  function publish() {
    let published: string | null = null
    const step: WalletStep = {
      key: 'publish',
      title: t('step'),
      send: (wallet) => sendCall(wallet, publishOfferCall(settings.contracts, ready)),
      confirm: async (hash, wallet) => {
        await confirmCall(hash as Hex, wallet)
        published = await offerPublishedIn(hash)
      },
    }
    flow.start([step], { account: retailer, onConfirmed: () => leave(published) })
  }
  function leave(published: string | null) {
    onPublished()
    router.push(published ? `/offers/${published}` : '/retailer/offers')
  }

  if (flow.state.phase === 'confirmed') return <Callout tone="success" title={t('done')} live />
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <div className="space-y-3">
      <p className="text-sm text-quiet">{t('gas')}</p>
      <div className="flex flex-col gap-2 sm:flex-row-reverse">
        <Button variant="primary" onClick={publish}>
          {t('publish')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('change')}
        </Button>
      </div>
    </div>
  )
}
