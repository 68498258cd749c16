'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMemo, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FlowProgress } from '@/components/wallet/flow-progress'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { WalletProvider } from '@/components/wallet/wallet-provider'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro, watt, type Micro, type Watt, type Wh } from '@/lib/domain/units/units'
import { typedKwh } from '@/lib/format/parse-amount'
import type { Obstacle } from './eligibility'
import { MeterChoice } from './sign-meter-choice'
import { outlook } from './outlook'
import { parsePlannedKwh } from './plan-text'
import { PlanFields } from './sign-plan-fields'
import type { PlannedMonth } from './planned-months'
import { SignSummary } from './sign-summary'
import { signSteps } from './sign-steps'

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

export function SignForm(props: SignFormProps) {
  return (
    <WalletProvider settings={props.settings}>
      <Form {...props} />
    </WalletProvider>
  )
}

function Form({ settings, consumer, offer, table, start, free, meters }: SignFormProps) {
  const t = useTranslations('signing')
  const router = useRouter()
  const flow = useWalletFlow()
  const able = meters.filter(({ obstacle }) => obstacle === null)
  const [meterId, setMeterId] = useState(able[0]?.id ?? null)
  const meter = able.find(({ id }) => id === meterId)
  const [plans, setPlans] = useState<Record<Hex, string[]>>({})
  const [showErrors, setShowErrors] = useState(false)
  const texts = useMemo(() => (meter ? (plans[meter.id] ?? suggested(meter)) : []), [meter, plans])
  const contracted = useMemo(() => readPlan(texts), [texts])
  const view =
    meter &&
    contracted &&
    outlook({ offer: offer.terms, pricing: offer.pricing, table, contracted, ...meterUse(meter) })
  const missing = micro(view && view.deposit > free ? view.deposit - free : 0n)
  const busy = flow.state.phase !== 'idle'

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setShowErrors(true)
    if (!meter || !contracted) {
      event.currentTarget.querySelector<HTMLInputElement>('[data-plan]:not([data-plan="ok"])')?.focus()
      return
    }
    const terms = { consumer, offerId: offer.id, meterId: meter.id, start, contracted, replaces: ZERO_HASH }
    const titles = { permit: t('step.permit'), sign: t('step.sign') }
    const onConfirmed = () => router.push('/consumer')
    flow.start(signSteps({ settings, terms, missing, titles }), { account: consumer, onConfirmed })
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-8">
      <fieldset disabled={busy} className="min-w-0 space-y-8">
        <MeterChoice meters={meters} chosen={meterId} onChoose={setMeterId} />
        {meter && (
          <PlanFields
            months={meter.months}
            texts={texts}
            showErrors={showErrors}
            onChange={(next) => setPlans({ ...plans, [meter.id]: next })}
          />
        )}
      </fieldset>
      {meter && view && <SignSummary offer={offer.terms} start={start} view={view} free={free} missing={missing} />}
      {flow.state.phase === 'confirmed' && <Callout tone="success" title={t('done.title')} live />}
      <FlowProgress flow={flow} />
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

function suggested({ months }: SignableMeter): string[] {
  return months.map(({ suggestedWh }) => (suggestedWh === null ? '' : typedKwh(suggestedWh)))
}

/** Null until every month can be read, and there is anything to supply at all. */
function readPlan(texts: readonly string[]): Wh[] | null {
  const plan = texts.map(parsePlannedKwh).filter((energy) => energy !== null)
  return plan.length === texts.length && plan.some((energy) => energy > 0n) ? plan : null
}
