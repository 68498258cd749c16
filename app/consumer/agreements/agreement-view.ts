/** All that a page shows of an agreement besides its row: where it is in its life, its story, and the way out. */
import type { AgreementRow } from '@/lib/db/read/agreements'
import type { BillRow } from '@/lib/db/read/billing'
import { coolingOffEnd } from '@/lib/domain/agreements/cut-term'
import { endChoice, type EndChoice } from '@/lib/domain/agreements/end-choice'
import { stageOf, type SupplyStage } from '@/lib/domain/agreements/supplying'
import type { Decision } from '@/lib/domain/decision'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Hex } from '@/lib/domain/units/hex'
import { storyOf, type StoryEvent } from './story'

export interface AgreementView {
  stage: SupplyStage
  story: StoryEvent[]
  /** The agreement that it replaces; null if the meter had none. */
  old: AgreementRow | null
  /** Null once there is nothing to end. */
  end: Decision<EndChoice> | null
  /** First second at which it cannot be cancelled any more; null where that is over. */
  cancelUntil: number | null
}

export interface ViewFacts {
  now: number
  agreement: AgreementRow
  /** All of the viewer's. */
  agreements: readonly AgreementRow[]
  offer: Pick<Offer, 'noticeDays' | 'coolingOffDays' | 'exitFee'>
  calendar: readonly { start: number; end: number }[]
  lastReadAt: number
  bills: readonly BillRow[]
}

export function agreementView(facts: ViewFacts): AgreementView {
  const { now, agreement, agreements, offer, calendar, lastReadAt, bills } = facts
  const stage = stageOf(agreement, now)
  const old = agreements.find(({ id }) => id === agreement.replaces) ?? null
  const goBack = offer.coolingOffDays === 0 ? null : coolingOffEnd(agreement, offer)
  const firstPeriodEnd = calendar.find(({ start }) => start === agreement.start)?.end ?? null
  const term = {
    ...agreement,
    agreementId: agreement.id as Hex,
    replaces: agreement.replaces as Hex,
    successor: agreement.successor as Hex | null,
  }
  const open = stage === 'pending' || stage === 'active'
  return {
    stage,
    old,
    story: storyOf({ now, agreement, old, coolingOffEnd: goBack, firstPeriodEnd, lastReadAt, bills }),
    end: open ? endChoice({ now, agreement: term, offer, calendar }) : null,
    cancelUntil: stage === 'pending' && goBack !== null && now < goBack ? goBack : null,
  }
}

/** A story is news from the signature to the first bill, and again when the end is near. */
export function isNews({ stage, story }: AgreementView, { successor }: Pick<AgreementRow, 'successor'>): boolean {
  if (stage === 'ended' || stage === 'cancelled') return false
  // The one that follows tells the same, from its side.
  if (successor) return false
  return story.some(({ done }) => !done)
}
