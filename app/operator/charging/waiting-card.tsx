'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { voucherFromText } from '@/lib/chain/coding/voucher'
import type { CreditsPlace } from '@/lib/chain/intents/credits'
import { formatEnergy } from '@/lib/format/energy'
import { formatMinute } from '@/lib/format/period'
import type { Charged } from './charged-store'

export interface WaitingCardProps {
  waiting: readonly Charged[]
  place: CreditsPlace
  onRedeem: (charged: Charged) => void
  onDrop: (charged: Charged) => void
}

/** Energy that was given and not redeemed yet, and until when it must be. */
export function WaitingCard({ waiting, place, onRedeem, onDrop }: WaitingCardProps) {
  const t = useTranslations('charging.waiting')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <ul className="divide-y divide-line border-t border-line">
        {waiting.map((charged) => {
          const read = voucherFromText(charged.text, place)
          const expiry = read.ok ? read.value.voucher.expiry : 0
          return (
            <li key={charged.text} className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-6">
              <div className="min-w-0">
                <p className="figure font-medium">{formatEnergy(charged.energy, style.locale, { exact: true })}</p>
                <p className="text-sm text-quiet">
                  {t('given', { at: formatMinute(charged.at, style), until: formatMinute(expiry, style) })}
                </p>
              </div>
              <div className="flex flex-wrap gap-2">
                <Button variant="primary" onClick={() => onRedeem(charged)}>
                  {t('redeem')}
                </Button>
                {asked === charged.text ? (
                  <Button variant="danger" onClick={() => onDrop(charged)} autoFocus>
                    {t('surely')}
                  </Button>
                ) : (
                  <Button variant="quiet" onClick={() => setAsked(charged.text)}>
                    {t('drop')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
