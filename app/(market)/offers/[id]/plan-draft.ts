/** The plan a person has typed for an offer, kept while the tab is open. */
import { z } from 'zod'
import { dropDraft, readDraft, saveDraft } from '@/components/wallet/draft'
import { MONTHS } from '@/lib/domain/agreements/terms'

const LONGEST = 60
const texts = z.array(z.string().max(LONGEST)).length(MONTHS)
const draft = z.object({
  /** Null while nobody knows which meter it is for. */
  meterId: z.string().nullable(),
  /** What stands in the fields, by meter. */
  plans: z.record(z.string(), texts),
})
export type PlanDraft = z.infer<typeof draft>

/** The key of a plan that a visitor typed: it becomes the plan of the first meter that can take the offer. */
export const ANY_METER = 'any'

const subjectOf = (offerId: string) => `plan.${offerId}`

export function readPlanDraft(offerId: string, account: string | null): PlanDraft | null {
  return readDraft(subjectOf(offerId), account, (value) => draft.safeParse(value).data ?? null)
}

export function savePlanDraft(offerId: string, account: string | null, typed: PlanDraft): void {
  saveDraft(subjectOf(offerId), account, typed)
}

export function dropPlanDraft(offerId: string, account: string): void {
  dropDraft(subjectOf(offerId), account)
}
