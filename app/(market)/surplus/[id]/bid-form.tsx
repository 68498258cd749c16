'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { bidOutlook } from '@/lib/domain/surplus/order-outlook'
import { limitTick } from '@/lib/domain/surplus/tick'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { micro, wh, type Wh } from '@/lib/domain/units/units'
import { agreementName } from '@/lib/format/agreement-name'
import { typedKwh } from '@/lib/format/parse-amount'
import { BidSummary } from './bid-summary'
import { focusFaulty, type OrderFormProps } from './order-form'
import { ChoiceField, EnergyField, PriceField } from './order-fields'
import { OrderRun, reachForWallet } from './order-run-part'
import { readEnergy, readTick, typedTick } from './order-text'
import { useOrderRun } from './use-order-run'

/** A bid: how much, and the most to pay for it. Needs no wallet code: that comes beside it, for who signs. */
export function BidForm({ settings, session, trader, price }: OrderFormProps) {
  const t = useTranslations('sessions.order')
  const { agreements, account, free } = trader
  const [agreementId, setAgreementId] = useState(agreements[0]?.id ?? ZERO_HASH)
  const agreement = agreements.find(({ id }) => id === agreementId)
  const ownPrice = agreement?.energyPrice ?? null
  const [energyText, setEnergyText] = useState(() => suggestedEnergy(agreement?.contracted ?? null))
  const [limitText, setLimitText] = useState(() => (ownPrice === null ? '' : typedTick(limitTick(ownPrice))))
  const [isChecked, setIsChecked] = useState(false)
  const run = useOrderRun()
  const most = agreement?.contracted?.buyable ?? null
  const [energy, limit] = [readEnergy(energyText, most), readTick(limitText)]
  const outlook =
    energy.ok && limit.ok ? bidOutlook({ energy: energy.value, limit: limit.value }, { price, ownPrice }) : null
  const missing = micro(outlook && outlook.most > free ? outlook.most - free : 0n)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setIsChecked(true)
    if (!energy.ok || !limit.ok) return focusFaulty(event.currentTarget, energy.ok ? 'price' : 'energy')
    const draft = { sessionId: session.id, account, energy: energy.value, price: limit.value, subject: agreementId }
    const titles = { permit: t('step.permit'), sign: t('step.bid') }
    run.start({ settings, side: 'Bid', draft, missing, titles })
  }

  return (
    <form {...reachForWallet} onSubmit={submit} noValidate className="space-y-5">
      <fieldset disabled={run.request !== null} className="min-w-0 space-y-5">
        <ChoiceField
          label={t('agreement')}
          choices={agreements.map((one) => ({ id: one.id, label: agreementName(one) }))}
          chosen={agreementId}
          onChoose={(id) => setAgreementId(id as typeof agreementId)}
        />
        <EnergyField
          label={t('bid.energy')}
          hint={t(`bid.energyHint.${session.kind}`)}
          text={energyText}
          onText={setEnergyText}
          fault={faultOf(energy, isChecked)}
          most={most}
        />
        <PriceField
          label={t('bid.limit')}
          hint={t('bid.limitHint')}
          text={limitText}
          onText={setLimitText}
          fault={faultOf(limit, isChecked)}
        />
      </fieldset>
      {outlook && <BidSummary outlook={outlook} price={price} free={free} missing={missing} />}
      {run.request && <OrderRun request={run.request} {...run.heard} done={t('bid.done')} />}
      {run.isDone && (
        <Button wide onClick={run.heard.onGiveUp}>
          {t('bid.another')}
        </Button>
      )}
      {!run.request && (
        <div>
          <Button type="submit" variant="primary" wide>
            {t('bid.submit')}
          </Button>
          <p className="mt-3 text-center text-sm text-quiet">{t(missing > 0n ? 'promptsTwo' : 'promptsOne')}</p>
        </div>
      )}
    </form>
  )
}

/** A wrong figure is said at once; an empty field only when it is sent. */
export function faultOf<Fault extends string>(
  read: { ok: true } | { ok: false; fault: Fault },
  isChecked: boolean,
): Fault | null {
  return read.ok || (read.fault === 'missing' && !isChecked) ? null : read.fault
}

/** What the period will likely need beyond what is contracted. */
function suggestedEnergy(contracted: { energy: Wh; buyable: Wh; likely: Wh | null } | null): string {
  if (!contracted || contracted.likely === null || contracted.likely <= contracted.energy) return ''
  const missing = wh(contracted.likely - contracted.energy)
  return typedKwh(missing < contracted.buyable ? missing : contracted.buyable)
}
