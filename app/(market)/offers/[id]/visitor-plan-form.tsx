'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, type Watt, type Wh } from '@/lib/domain/units/units'
import { outlook } from './outlook'
import { ANY_METER, readPlanDraft, savePlanDraft } from './plan-draft'
import { mostPlanned, readPlan } from './plan-text'
import type { PlannedMonth } from './planned-months'
import { PlanFields, suggestedTexts } from './sign-plan-fields'
import { SignSummary } from './sign-summary'

export interface VisitorPlanProps {
  offer: { id: Hex; terms: Offer; pricing: Pricing }
  table: TariffTable | null
  start: number
  months: PlannedMonth[]
  mix: RegisterValues<Wh>
  capacity: Watt
}

const MOST = mostPlanned(null)

/** What an offer would come to for figures that are typed here; whoever signs in goes on with them. */
export function VisitorPlanForm({ offer, table, start, months, mix, capacity }: VisitorPlanProps) {
  const t = useTranslations('signing.signedOut')
  const [texts, setTexts] = useState(() => readPlanDraft(offer.id, null)?.plans[ANY_METER] ?? suggestedTexts(months))
  const contracted = useMemo(() => readPlan(texts, MOST), [texts])
  const maxDemand = months.map((month) => month.maxDemand ?? watt(0n))
  const facts = { offer: offer.terms, pricing: offer.pricing, table, mix, capacity, maxDemand }
  const view = contracted && outlook({ ...facts, contracted })

  function type(typed: string[]) {
    setTexts(typed)
    savePlanDraft(offer.id, null, { meterId: null, plans: { [ANY_METER]: typed } })
  }

  return (
    <div className="space-y-8">
      <PlanFields months={months} texts={texts} most={MOST} origin="fromExample" showErrors onChange={type} />
      {view && <SignSummary offer={offer.terms} start={start} view={view} money={null} />}
      <p className="text-sm text-quiet">{t('kept')}</p>
    </div>
  )
}
