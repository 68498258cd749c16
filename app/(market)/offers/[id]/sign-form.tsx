'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMemo, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import type { WalletFailure } from '@/components/wallet/failure'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro, watt, type Micro, type Watt, type Wh } from '@/lib/domain/units/units'
import type { Obstacle } from './eligibility'
import { MeterChoice } from './sign-meter-choice'
import { outlook } from './outlook'
import { dropPlanDraft } from './plan-draft'
import { mostPlanned, readPlan } from './plan-text'
import { PlanFields } from './sign-plan-fields'
import type { PlannedMonth } from './planned-months'
import type { SignRunProps } from './sign-run'
import { reachForSigning, SignRun } from './sign-run-part'
import { SignSummary } from './sign-summary'
import { usePlans } from './use-plans'

export interface SignableMeter {
  id: Hex
  label: string
  obstacle: Obstacle | null
  /** The offer that supplies it now. */
  suppliedBy: string | null
  months: PlannedMonth[]
  /** How its use spreads over the registers. */
  mix: RegisterValues<Wh>
  /** What its connection allows. */
  capacity: Watt
}

export interface SignFormProps {
  settings: WalletSettings
  consumer: Address
  offer: { id: Hex; name: string; terms: Offer; pricing: Pricing }
  table: TariffTable | null
  start: number
  free: Micro
  meters: SignableMeter[]
}

const ELSEWHERE = ['SigningUnderWay', 'NotSignedIn']

/** Needs no wallet code: that comes beside it, for who signs. */
export function SignForm({ settings, consumer, offer, table, start, free, meters }: SignFormProps) {
  const t = useTranslations('signing')
  const router = useRouter()
  const [run, setRun] = useState<Pick<SignRunProps, 'request' | 'onConfirmed'> | null>(null)
  const able = meters.filter(({ obstacle }) => obstacle === null)
  const { meter, texts, choose, type } = usePlans(offer.id, consumer, able)
  const [showErrors, setShowErrors] = useState(false)
  const most = mostPlanned(meter?.capacity ?? null)
  const contracted = useMemo(() => readPlan(texts, most), [texts, most])
  const view =
    meter &&
    contracted &&
    outlook({ offer: offer.terms, pricing: offer.pricing, table, contracted, ...meterUse(meter) })
  const missing = micro(view && view.deposit > free ? view.deposit - free : 0n)
  const busy = run !== null

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setShowErrors(true)
    if (!meter || !contracted) {
      const field = (wanted: string) => event.currentTarget.querySelector<HTMLInputElement>(wanted)
      ;(field('[data-plan="wrong"]') ?? field('[data-plan]'))?.focus()
      return
    }
    const terms = { consumer, offerId: offer.id, meterId: meter.id, start, contracted, replaces: ZERO_HASH }
    const titles = { permit: t('step.permit'), sign: t('step.sign') }
    let receipt = '/consumer'
    const onTaken = (agreementId: Hex) => {
      dropPlanDraft(offer.id, consumer)
      receipt = `/consumer/agreements/${agreementId}/receipt`
    }
    setRun({
      request: { settings, terms, missing, titles, onTaken },
      onConfirmed: () => router.push(receipt),
    })
  }

  /** Signed in another window or on another device, or signed out there: the page shows what is so now. */
  function lookAgain(failure: WalletFailure) {
    if (failure.kind === 'refused' && ELSEWHERE.includes(failure.refusal.name)) router.refresh()
  }

  return (
    <form {...reachForSigning} onSubmit={submit} noValidate className="space-y-8">
      <fieldset disabled={busy} className="min-w-0 space-y-8">
        <MeterChoice meters={meters} chosen={meter?.id ?? null} onChoose={choose} />
        {meter && (
          <PlanFields
            months={meter.months}
            texts={texts}
            most={most}
            origin={meter.months.some(({ suggestedWh }) => suggestedWh !== null) ? 'fromPastYear' : 'unknown'}
            showErrors={showErrors}
            onChange={type}
          />
        )}
      </fieldset>
      {meter && view && <SignSummary offer={offer.terms} start={start} view={view} money={{ free, missing }} />}
      {run && <SignRun {...run} done={t('done.title')} onFailed={lookAgain} onGiveUp={() => setRun(null)} />}
      {meter && !busy && (
        <div>
          <Button type="submit" variant="primary" wide>
            {t('sign')}
          </Button>
          <p className="mt-3 text-center text-sm text-quiet">{missing > 0n ? t('promptsTwo') : t('promptsOne')}</p>
        </div>
      )}
    </form>
  )
}

/** What is known of how a meter is used, for the outlook. */
function meterUse({ mix, capacity, months }: SignableMeter) {
  return { mix, capacity, maxDemand: months.map(({ maxDemand }) => maxDemand ?? watt(0n)) }
}
