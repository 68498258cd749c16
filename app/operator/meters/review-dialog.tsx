'use client'

import { useTranslations } from 'next-intl'
import { usePathname, useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { WalletStep } from '@/components/wallet/flow'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { confirmCall, sendCall } from '@/components/wallet/transaction'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { WalletProvider } from '@/components/wallet/wallet-provider'
import type { Hex } from '@/lib/domain/units/hex'
import type { OpenedProps } from './review'

export interface ReviewDialogProps extends OpenedProps {
  onClose: () => void
}

/** The second look before anything is changed on the chain, then one transaction from the operator's own wallet. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { ready, title, warning, facts, settings, danger, onClose } = props
  const router = useRouter()
  // The form that opened this may be gone from the page as it is now: it is shown anew only when the outcome has been read.
  function close() {
    onClose()
    router.refresh()
  }
  return (
    <Dialog open persistent onOpenChange={(open) => !open && close()} title={title}>
      <div className="space-y-6">
        <Callout tone={danger ? 'danger' : 'warning'} title={warning} />
        {facts && <DescriptionList items={facts(ready)} />}
        <WalletProvider settings={settings} fallback={<Skeleton className="h-11" />}>
          <SendFlow {...props} onClose={close} />
        </WalletProvider>
      </div>
    </Dialog>
  )
}

function SendFlow({ ready, operator, send, done, danger, onClose }: ReviewDialogProps) {
  const t = useTranslations('meters.review')
  const router = useRouter()
  const pathname = usePathname()
  const flow = useWalletFlow()
  const step: WalletStep = {
    key: 'meter',
    title: send,
    send: (wallet) => sendCall(wallet, ready.call),
    confirm: (hash, wallet) => confirmCall(hash as Hex, wallet),
  }
  function leave() {
    if (pathname !== ready.page) router.push(ready.page)
  }
  if (flow.state.phase === 'confirmed') {
    return (
      <Callout
        tone="success"
        title={done}
        live
        todo={
          <Button onClick={onClose} variant="primary">
            {t('close')}
          </Button>
        }
      />
    )
  }
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <div className="space-y-3">
      <p className="text-sm text-quiet">{t('gas')}</p>
      <div className="flex flex-col gap-2 sm:flex-row-reverse">
        <Button
          variant={danger ? 'danger' : 'primary'}
          onClick={() => flow.start([step], { account: operator, onConfirmed: leave })}
        >
          {send}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('change')}
        </Button>
      </div>
    </div>
  )
}
