'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Address as Account } from '@/components/energy/chain-name'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Field, Input } from '@/components/ui/field'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import { checkDelivered } from '@/lib/domain/surplus/check-voucher'
import type { Address } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'
import { parseKwh, typedKwh } from '@/lib/format/parse-amount'
import { AskMarket } from './ask-market'
import type { CheckedVoucher } from './read-voucher'

export interface VoucherPanelProps {
  checked: CheckedVoucher
  settings: WalletSettings
  station: Address
  calendar: readonly PeriodRow[]
  /** Redeem it at once, or keep it for when there is a network. */
  onCharged: (energy: Wh, present: boolean) => void
  onBack: () => void
}

/** A voucher that may be taken: what it allows, what is known of it, and what was charged. */
export function VoucherPanel({ checked, settings, station, calendar, onCharged, onBack }: VoucherPanelProps) {
  const t = useTranslations('charging.voucher')
  const { voucher, signedBy, start } = checked
  const [text, setText] = useState(typedKwh(voucher.most))
  const [tried, setTried] = useState(false)
  const delivered = parseKwh(text)
  const decision = delivered === null ? null : checkDelivered(voucher.most, delivered)

  function give(present: boolean) {
    setTried(true)
    if (decision?.ok) onCharged(decision.value, present)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    give(true)
  }
  return (
    <Card
      title={t('title')}
      actions={
        <Badge tone={signedBy === 'owner' ? 'success' : 'warning'}>{t(signedBy === 'owner' ? 'good' : 'open')}</Badge>
      }
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="space-y-5">
          <DescriptionList
            items={[
              { key: 'most', term: t('most'), description: <Energy wh={voucher.most} exact />, numeric: true },
              { key: 'until', term: t('until'), description: <Moment at={voucher.expiry} precision="minute" /> },
              {
                key: 'period',
                term: t('period'),
                description: <DeliveryPeriod start={start} calendar={calendar} />,
              },
              { key: 'owner', term: t('owner'), description: <Account address={voucher.account} /> },
            ]}
          />
          {signedBy === 'unknown' && (
            <Callout tone="warning" title={t('needsNetwork')} live>
              {t('needsNetworkMeaning')}
            </Callout>
          )}
        </div>
        <form onSubmit={submit} noValidate className="space-y-5">
          <Field
            label={t('delivered')}
            hint={t('deliveredHint')}
            error={tried && delivered === null ? t('malformed') : undefined}
          >
            <Input name="delivered" unit="kWh" numeric value={text} onChange={({ target }) => setText(target.value)} />
          </Field>
          {tried && decision && !decision.ok && <RefusalMessage refusal={decision.refusal} />}
          <AskMarket
            checked={checked}
            settings={settings}
            station={station}
            energy={decision?.ok ? decision.value : null}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary">
              {t('redeem')}
            </Button>
            <Button onClick={() => give(false)}>{t('later')}</Button>
            <Button variant="quiet" onClick={onBack}>
              {t('back')}
            </Button>
          </div>
          <p className="text-sm text-quiet">{t('locksNothing')}</p>
        </form>
      </div>
    </Card>
  )
}
