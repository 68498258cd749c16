'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import type { InstructionFormProps } from './instruction-form'
import { endStep } from './instruction-steps'

/** Ends it at once, in one signature. */
export function EndInstruction({ settings, account, region }: InstructionFormProps) {
  const t = useTranslations('ownSurplus.instruction')
  const router = useRouter()
  const flow = useWalletFlow()
  if (flow.state.phase === 'confirmed')
    return (
      <Callout tone="success" title={t('ended')} live>
        {t('endedMeaning')}
      </Callout>
    )
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <Button
      variant="danger"
      wide
      onClick={() =>
        flow.start([endStep({ title: t('endStep'), settings }, region)], { account, onConfirmed: router.refresh })
      }
    >
      {t('endSubmit')}
    </Button>
  )
}
