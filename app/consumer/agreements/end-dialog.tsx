'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { Money } from '@/components/energy/money'
import { LastDay } from '@/components/energy/period'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { WalletProvider } from '@/components/wallet/wallet-provider'
import type { EndButtonProps } from './end-button'
import { endStep } from './end-step'

export interface EndDialogProps extends EndButtonProps {
  onClose: () => void
}

/** What ending means, then one signature. Brings the wallet code with it: loaded only when it opens. */
export function EndDialog(given: EndDialogProps) {
  // What was asked stays on the screen when the rows behind it have changed.
  const [props] = useState(given)
  const t = useTranslations('switching.end')
  const router = useRouter()
  const { kind } = props.choice.outcome
  /** The page behind is read again only now: an agreement that is over has no button left, and this dialog would go with it. */
  function close() {
    given.onClose()
    router.refresh()
  }
  return (
    <Dialog
      open
      persistent
      onOpenChange={(open) => !open && close()}
      title={t(`${kind}.title`, { offer: props.agreement.offerName })}
    >
      <WalletProvider settings={props.settings} fallback={<Skeleton className="h-40" />}>
        <Question {...props} onClose={close} />
      </WalletProvider>
    </Dialog>
  )
}

function Question({ agreement, choice, settings, onClose }: EndDialogProps) {
  const t = useTranslations('switching.end')
  const flow = useWalletFlow()
  const meanings = useMeanings({ agreement, choice })
  const { kind } = choice.outcome

  function end() {
    const { endsAt, until } = choice
    const step = endStep({ settings, agreementId: agreement.id, endsAt, until, title: t(`${kind}.step`) })
    flow.start([step], { account: agreement.consumer })
  }

  if (flow.state.phase === 'confirmed') {
    return (
      <Callout tone="success" title={t(`${kind}.done`)} todo={<Button onClick={onClose}>{t('close')}</Button>} live>
        {t(`${kind}.doneMeaning`)}
      </Callout>
    )
  }
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <>
      <ul className="list-disc space-y-2 pl-5 text-sm">
        {meanings.map((meaning, index) => (
          <li key={index}>{meaning}</li>
        ))}
      </ul>
      <div className="mt-6 flex flex-col gap-2 sm:flex-row-reverse sm:justify-start">
        <Button variant="danger" onClick={end} autoFocus>
          {t(`${kind}.confirm`)}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
      <p className="mt-3 text-sm text-quiet">{t('prompt')}</p>
    </>
  )
}

function useMeanings({ agreement, choice }: Pick<EndButtonProps, 'agreement' | 'choice'>): ReactNode[] {
  const t = useTranslations('switching.end')
  const { outcome, until } = choice
  const money = (amount: typeof agreement.deposit) => ({
    amount: () => <Money micro={amount} className="font-semibold" />,
  })
  if (outcome.kind === 'undone') {
    return [
      t('undone.nothingStarts'),
      t.rich('undone.deposit', money(outcome.deposit)),
      agreement.oldOfferName ? t('undone.restores', { offer: agreement.oldOfferName }) : t('undone.unsupplied'),
    ]
  }
  return [
    t.rich('cut.ends', { day: () => <LastDay end={outcome.endsAt} /> }),
    outcome.exitFee > 0n
      ? t.rich('cut.exitFee', money(outcome.exitFee))
      : t(until === null ? 'cut.noFee' : 'cut.coolingOff'),
    t.rich('cut.deposit', money(agreement.deposit)),
    t('cut.unsupplied'),
  ]
}
