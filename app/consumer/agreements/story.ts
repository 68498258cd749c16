/** What has happened under an agreement and what will, from rows: from the signature to the first bill, and to the end if it is known. */
import type { Micro } from '@/lib/domain/units/units'

export type StoryKey =
  | 'signed'
  | 'coolingOff'
  | 'cancelled'
  | 'switched'
  | 'started'
  | 'read'
  | 'finalBill'
  | 'firstBill'
  | 'ends'
  | 'lastBill'

export interface StoryEvent {
  key: StoryKey
  /** Null: soon after the one before. */
  at: number | null
  done: boolean
  bill: { id: string; total: Micro } | null
}

export interface StoryAgreement {
  id: string
  start: number
  signedAt: number
  endsAt: number | null
  endedAt: number | null
  successor: string | null
}

export interface StoryBill {
  id: string
  agreementId: string
  start: number
  end: number
  total: Micro
  settledAt: number
}

export interface StoryFacts {
  now: number
  agreement: StoryAgreement
  /** The agreement that it replaces; null if the meter had none. */
  old: StoryAgreement | null
  /** First second after the cooling-off days; null where there are none. */
  coolingOffEnd: number | null
  /** End of the first settlement period; null while it is not published. */
  firstPeriodEnd: number | null
  /** Time of the meter's last read. */
  lastReadAt: number
  bills: readonly StoryBill[]
}

export function storyOf(facts: StoryFacts): StoryEvent[] {
  const { now, agreement, old, coolingOffEnd, firstPeriodEnd, lastReadAt, bills } = facts
  const { start, endsAt, endedAt } = agreement
  const signed: StoryEvent = { key: 'signed', at: agreement.signedAt, done: true, bill: null }
  if (endedAt !== null && endedAt < start) return [signed, { key: 'cancelled', at: endedAt, done: true, bill: null }]
  const first = bills.find((bill) => bill.agreementId === agreement.id && bill.start === start)
  const final = old && bills.find((bill) => bill.agreementId === old.id && bill.end === start)
  const last = bills.find((bill) => bill.agreementId === agreement.id && bill.end === endsAt)
  const started = now >= start
  const events = [
    signed,
    plain(old ? 'switched' : 'started', start, started),
    plain('read', null, started && (lastReadAt >= start || first !== undefined)),
    ...(old ? [billed('finalBill', null, final)] : []),
    billed('firstBill', firstPeriodEnd, first),
    ...(endsAt === null ? [] : [plain('ends', endsAt, now >= endsAt), billed('lastBill', null, last)]),
  ]
  return coolingOffEnd === null ? events : inserted(events, plain('coolingOff', coolingOffEnd, now >= coolingOffEnd))
}

/** Before what happens later; what has no time of its own stays with the one before it. Supply may start before the days are over. */
function inserted(events: readonly StoryEvent[], event: StoryEvent & { at: number }): StoryEvent[] {
  const later = events.findIndex(({ at }) => at !== null && at > event.at)
  return later < 0 ? [...events, event] : [...events.slice(0, later), event, ...events.slice(later)]
}

function plain<At extends number | null>(key: StoryKey, at: At, done: boolean): StoryEvent & { at: At } {
  return { key, at, done, bill: null }
}

function billed(key: StoryKey, at: number | null, bill: StoryBill | null | undefined): StoryEvent {
  return bill ? { key, at: bill.settledAt, done: true, bill } : plain(key, at, false)
}
