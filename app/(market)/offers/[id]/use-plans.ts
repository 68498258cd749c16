'use client'

import { useState } from 'react'
import type { Hex } from '@/lib/domain/units/hex'
import { ANY_METER, readPlanDraft, savePlanDraft, type PlanDraft } from './plan-draft'
import type { SignableMeter } from './sign-form'
import { suggestedTexts } from './sign-plan-fields'

export interface Plans {
  meter: SignableMeter | undefined
  /** What stands in the fields of the chosen meter. */
  texts: string[]
  choose: (meterId: Hex) => void
  type: (texts: string[]) => void
}

/** Which meter, and what is planned for it: as typed in this tab before, else as suggested. */
export function usePlans(offerId: string, consumer: string, able: readonly SignableMeter[]): Plans {
  const [draft, setDraft] = useState<PlanDraft>(() => readPlanDraft(offerId, consumer) ?? { meterId: null, plans: {} })
  const meter = able.find(({ id }) => id === draft.meterId) ?? able[0]
  const texts = meter ? (draft.plans[meter.id] ?? draft.plans[ANY_METER] ?? suggestedTexts(meter.months)) : []
  const change = (next: PlanDraft) => {
    setDraft(next)
    savePlanDraft(offerId, consumer, next)
  }
  return {
    meter,
    texts,
    choose: (meterId) => change({ ...draft, meterId }),
    type: (typed) => meter && change({ ...draft, plans: { ...draft.plans, [meter.id]: typed } }),
  }
}
