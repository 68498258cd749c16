'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMemo, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Cut } from '@/lib/domain/agreements/cut-term'
import { deposit as depositOf } from '@/lib/domain/agreements/deposit'
import type { ForeseenEnd } from '@/lib/domain/billing/foreseen-end'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { Decision } from '@/lib/domain/decision'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Micro, Watt, Wh } from '@/lib/domain/units/units'
import { mostPlanned, readPlan } from './plan-text'
import { suggestedTexts } from './sign-plan-fields'
import { reachForSigning, SignRun } from './sign-run-part'
import type { SignRequest } from './sign-steps'
import { SwitchAgreement } from './switch-agreement'
import { SwitchMeterChoice } from './switch-meter-choice'
import type { SwitchMonth } from './switch-months'
import { SwitchObstacle } from './switch-obstacle'
import { missingFor } from './switch-view'

export interface OldAgreement {
  id: Hex
  offerId: string
  offerName: string
  retailerName: string | null
  offer: Offer
  pricing: Pricing
  deposit: Micro
  /** While it can still be left without notice and fee; null if it cannot. */
  coolingOffUntil: number | null
}

export interface SwitchableMeter {
  id: Hex
  label: string
  capacity: Watt
  /** The offer supplies it already. */
  same: boolean
  old: OldAgreement
  /** Where the old agreement would end, and what that costs; or why it cannot be ended. */
  cut: Decision<Cut>
  /** The twelve after the switch. */
  months: SwitchMonth[]
  /** How many of them were. */
  measured: number
  /** The old agreement's last bill; null where nobody can say. */
  end: ForeseenEnd | null
  /** When the first month under the new agreement is over. */
  firstBillAt: number | null
}

export interface SwitchFormProps {
  settings: WalletSettings
  consumer: Address
  offer: { id: Hex; name: string; retailerName: string | null; terms: Offer; pricing: Pricing; mix: RegisterValues<Wh> }
  table: TariffTable | null
  free: Micro
  owed: Micro
  meters: SwitchableMeter[]
  /** When the page was made. */
  now: number
}

/** From what is shown to a switch: one press, and one or two questions of the wallet. */
export function SwitchForm(props: SwitchFormProps) {
  const { settings, consumer, offer, free, owed, meters } = props
  const t = useTranslations('switching')
  const router = useRouter()
  const [request, setRequest] = useState<SignRequest | null>(null)
  const [meterId, setMeterId] = useState((meters.find(isFree) ?? meters[0])?.id)
  const meter = meters.find(({ id }) => id === meterId)
  const [plans, setPlans] = useState<Record<Hex, string[]>>({})
  const [showErrors, setShowErrors] = useState(false)
  const texts = useMemo(() => (meter ? (plans[meter.id] ?? suggestedTexts(meter.months)) : []), [meter, plans])
  const most = mostPlanned(meter?.capacity ?? null)
  const contracted = useMemo(() => readPlan(texts, most), [texts, most])
  const due = contracted && depositOf(contracted, offer.terms.deposit).amount
  const missing = due === null ? null : missingFor({ deposit: due, free, owed })
  const busy = request !== null

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setShowErrors(true)
    if (!meter?.cut.ok || !contracted || missing === null) return
    const { id, old, cut } = meter
    const start = cut.value.endsAt
    const terms = { consumer, offerId: offer.id, meterId: id, start, contracted, replaces: old.id }
    const titles = { permit: t('step.permit'), sign: t('step.sign') }
    setRequest({ settings, terms, missing, titles })
  }

  if (!meter) return null
  return (
    <form {...reachForSigning} onSubmit={submit} noValidate className="space-y-8">
      {meters.length > 1 && (
        <fieldset disabled={busy} className="min-w-0">
          <SwitchMeterChoice meters={meters} chosen={meter.id} onChoose={setMeterId} />
        </fieldset>
      )}
      <SwitchObstacle meter={meter} />
      {isFree(meter) && (
        <SwitchAgreement
          {...props}
          meter={meter}
          plan={{
            texts,
            most,
            contracted,
            showErrors,
            busy,
            onChange: (next) => setPlans({ ...plans, [meter.id]: next }),
          }}
          missing={missing}
          deposit={due}
        />
      )}
      {request && (
        <SignRun
          request={request}
          done={t('done')}
          onConfirmed={() => router.push('/consumer')}
          onGiveUp={() => setRequest(null)}
        />
      )}
      {isFree(meter) && !busy && (
        <div>
          <Button type="submit" variant="primary" wide>
            {t('switch', { offer: offer.name })}
          </Button>
          <p className="mt-3 text-center text-sm text-quiet">{missing ? t('promptsTwo') : t('promptsOne')}</p>
        </div>
      )}
    </form>
  )
}

function isFree({ cut, same }: SwitchableMeter): boolean {
  return cut.ok && !same
}
