'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { PrintButton } from '@/components/energy/bill/print-button'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { DescriptionList } from '@/components/ui/description-list'
import { QrCode } from '@/components/ui/qr-code'
import { creditFromId } from '@/lib/chain/coding/credit'
import type { Voucher } from '@/lib/chain/intents/credits'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import { sameHex, ZERO_ADDRESS } from '@/lib/domain/units/hex'
import { formatEnergy } from '@/lib/format/energy'
import type { Station } from './voucher-desk'

export interface VoucherCardProps {
  text: string
  voucher: Voucher
  stations: readonly Station[]
  calendar: readonly PeriodRow[]
  /** With its code in sight. */
  startsOpen: boolean
  onForget: () => void
}

/** One voucher: what it is for, its code for the charging point, its text, and on paper nothing but these. */
export function VoucherCard({ text, voucher, stations, calendar, startsOpen, onForget }: VoucherCardProps) {
  const t = useTranslations('voucher.card')
  const locale = useLocale()
  const [isOpen, setOpen] = useState(startsOpen)
  const [now] = useState(() => Date.now() / 1_000)
  const { most, station, expiry, creditId } = voucher
  const energy = formatEnergy(most, locale, { exact: true })
  const isOver = expiry < now
  const named = stations.find(({ address }) => sameHex(address, station))
  const facts = [
    { key: 'most', term: t('most'), description: <Energy wh={most} exact />, numeric: true },
    {
      key: 'period',
      term: t('period'),
      description: <DeliveryPeriod start={creditFromId(creditId).start} calendar={calendar} />,
    },
    {
      key: 'station',
      term: t('station'),
      description: sameHex(station, ZERO_ADDRESS) ? t('anyStation') : (named?.name ?? station),
    },
    { key: 'until', term: t('until'), description: <Moment at={expiry} precision="minute" /> },
  ]
  return (
    <Card
      title={t('title', { energy })}
      actions={isOver ? <Badge tone="warning">{t('over')}</Badge> : undefined}
      className={classes(!isOpen && 'print:hidden')}
    >
      <div className="grid gap-6 sm:grid-cols-[15rem_minmax(0,1fr)]">
        {isOpen && (
          <div className="mx-auto w-full max-w-72 sm:max-w-none">
            <QrCode text={text} label={t('code', { energy })} />
          </div>
        )}
        <div className={classes('min-w-0 space-y-5', !isOpen && 'sm:col-span-2')}>
          <DescriptionList items={facts} />
          {isOpen && (
            <p data-voucher={text} className="font-mono text-xs text-quiet wrap-anywhere select-all">
              {text}
            </p>
          )}
          <div className="flex flex-wrap gap-2 print:hidden">
            {!isOpen && (
              <Button variant="primary" onClick={() => setOpen(true)}>
                {t('show')}
              </Button>
            )}
            {isOpen && <CopyButton text={text} />}
            {isOpen && <PrintButton label={t('print')} />}
            <Button variant="quiet" onClick={onForget}>
              {t('forget')}
            </Button>
          </div>
        </div>
      </div>
    </Card>
  )
}

function CopyButton({ text }: { text: string }) {
  const t = useTranslations('voucher.card')
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
    </Button>
  )
}
