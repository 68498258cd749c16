'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { TxHash } from '@/components/energy/chain-name'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { Spinner } from '@/components/ui/spinner'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { Refusal } from '@/lib/domain/decision'
import { fateOf, type ReadOutcome } from './actions'

const POLL_MS = 1_500
/** After this the read is waiting for something: its settlement, or money. */
const PATIENCE_MS = 60_000

export function ReadOutcomeMessage({ outcome }: { outcome: ReadOutcome }) {
  const t = useTranslations('operator.submit')
  switch (outcome.kind) {
    case 'faulty':
      return (
        <Callout tone="danger" title={t(`fault.${outcome.fault}.title`)} todo={t('fault.todo')} live>
          {t(`fault.${outcome.fault}.meaning`)}
          {outcome.fields.length > 0 && (
            <span className="mt-1 block">
              {t('fault.fields')} <code className="font-mono">{outcome.fields.join(', ')}</code>
            </span>
          )}
        </Callout>
      )
    case 'refused':
      return <RefusalMessage refusal={outcome.refusal} action={t('refusedTodo')} />
    case 'accepted':
      return <Accepted key={outcome.request} {...outcome} />
  }
}

/** Waits until the market shows the read with the transaction that recorded it. */
function Accepted({ request, time }: { request: string; time: number }) {
  const t = useTranslations('operator.submit.accepted')
  const router = useRouter()
  const found = useFate(request)
  useEffect(() => {
    if (found && found !== 'waiting') router.refresh()
  }, [found, router])
  if (found === null) {
    return (
      <Callout tone="info" title={t('title')} live>
        <span className="flex items-center gap-2">
          <Spinner /> {t('pending')}
        </span>
      </Callout>
    )
  }
  if (found === 'waiting') {
    return (
      <Callout tone="info" title={t('title')} live>
        {t('waiting')}
      </Callout>
    )
  }
  if ('refusal' in found) return <RefusalMessage refusal={found.refusal} />
  return (
    <Callout tone="success" title={t('recorded')} live>
      {t.rich('recordedMeaning', {
        time: () => <Moment at={time} precision="minute" />,
        tx: () => <TxHash hash={found.txHash} />,
      })}
    </Callout>
  )
}

type Fate = { txHash: string } | { refusal: Refusal }

/** Null while it is looked for; 'waiting' when that took longer than a relayed read takes. */
function useFate(request: string): Fate | 'waiting' | null {
  const [found, setFound] = useState<Fate | 'waiting' | null>(null)
  useEffect(() => {
    const giveUpAt = Date.now() + PATIENCE_MS
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look() {
      const fate = await fateOf(request)
      if (stopped) return
      if (fate) return setFound(fate)
      if (Date.now() > giveUpAt) return setFound('waiting')
      timer = setTimeout(() => void look(), POLL_MS)
    }
    void look()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [request])
  return found
}
