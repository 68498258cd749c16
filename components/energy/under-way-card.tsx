'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Moment } from '@/components/energy/period'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Spinner } from '@/components/ui/spinner'
import { askRelay } from '@/components/wallet/relay-status'

const POLL_MS = 1_000

export interface SigningUnderWay {
  relayId: string
  agreementId: string
  offerName: string
  meterId: string
  meterLabel: string | null
  start: number
  requestedAt: number
}

export interface UnderWayProps {
  signing: SigningUnderWay
  /** On a page that shows the agreement itself: this goes when that comes. */
  thenGo?: boolean
}

/** A signature that was sent and is not an agreement yet: found again from any device, followed until it is decided. Asks no wallet. */
export function UnderWayCard({ signing, thenGo = false }: UnderWayProps) {
  const t = useTranslations('signing.underWay')
  const phase = useOutcome(signing.relayId, thenGo)
  const receipt = (
    <LinkButton href={`/consumer/agreements/${signing.agreementId}/receipt`} variant="primary">
      {t('toReceipt')}
    </LinkButton>
  )
  return (
    <Card title={t('title', { offer: signing.offerName })}>
      {phase === 'followed' ? (
        <Callout tone="success" title={t('doneTitle')} todo={receipt} live />
      ) : (
        <>
          <p role="status" className="flex items-center gap-3 font-medium">
            <Spinner /> {t(phase === 'unreachable' ? 'unreachable' : 'waiting')}
          </p>
          <p className="mt-3 mb-5 text-sm text-soft">{t('meaning')}</p>
          <DescriptionList
            items={[
              {
                key: 'requestedAt',
                term: t('requestedAt'),
                description: <Moment at={signing.requestedAt} precision="minute" />,
              },
              { key: 'meter', term: t('meter'), description: signing.meterLabel ?? t('unnamed') },
              { key: 'start', term: t('start'), description: <Moment at={signing.start} /> },
            ]}
          />
        </>
      )}
    </Card>
  )
}

/** Asks until it is decided. A refusal is shown by the page, which is fed by rows; an agreement too, if the page has a place for it. */
function useOutcome(relayId: string, thenGo: boolean): 'waiting' | 'unreachable' | 'followed' {
  const router = useRouter()
  const [phase, setPhase] = useState<'waiting' | 'unreachable' | 'followed'>('waiting')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    async function look() {
      const found = await askRelay(relayId).catch(() => null)
      if (gone) return
      setPhase(found === null ? 'unreachable' : found.status === 'followed' ? 'followed' : 'waiting')
      if (found?.status === 'refused' || (thenGo && found?.status === 'followed')) return router.refresh()
      if (found?.status !== 'followed') timer = setTimeout(() => void look(), POLL_MS)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [relayId, thenGo, router])
  return phase
}
