'use server'

import { formGiven } from '@/app/form-given'
import { requireExchange } from '@/lib/auth/viewer'
import { listPeriods } from '@/lib/db/read/tariffs'
import { ok } from '@/lib/domain/decision'
import { periodStarting } from '@/lib/domain/settlement/period'
import { SESSION_KINDS } from '@/lib/domain/surplus/session'
import { env } from '@/lib/env'
import { marketTime } from '@/lib/services/market-time'
import { openSession } from '@/lib/services/open-session'
import { publishFeedIn } from '@/lib/services/publish-feed-in'
import { FormReader } from '../meters/form-reader'
import { faulty, isFaulty, outcomeOf, type Outcome } from '../meters/outcome'
import { readFeedIn } from './feed-in-form'

const PATH = '/operator/market'
const WIDEST_UINT32 = 2 ** 32 - 1
const LATEST = 2 ** 40 - 1

/** Prepares a session; the exchange's own wallet opens it. */
export async function prepareSession(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireExchange(PATH)
  const [now, periods] = await Promise.all([marketTime(), listPeriods()])
  const reader = new FormReader(formGiven(form), env.marketTimeZone)
  const opening = {
    kind: reader.choice('kind', SESSION_KINDS),
    region: reader.count('region', { from: 0, to: WIDEST_UINT32 }),
    start: reader.count('start', { from: 0, to: LATEST }),
    lockAt: reader.moment('lockAt'),
    closeAt: reader.moment('closeAt'),
  }
  const period = periodStarting(periods, opening.start)
  if (!period) reader.wrong('start', 'choice')
  if (opening.closeAt <= now) reader.wrong('closeAt', 'past')
  if (opening.lockAt > opening.closeAt) reader.wrong('lockAt', 'afterClose')
  // Whoever sees the period's end could choose the result.
  if (period && opening.kind === 'Contracted' && opening.closeAt >= period.end) reader.wrong('closeAt', 'afterPeriod')
  if (isFaulty(reader)) return faulty(reader)
  const call = await openSession(viewer, opening)
  return outcomeOf(reader.typed, call.ok ? ok({ call: call.value, page: PATH }) : call)
}

/** Prepares a feed-in price; the exchange's own wallet publishes it. */
export async function prepareFeedIn(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireExchange(PATH)
  const reader = new FormReader(formGiven(form), env.marketTimeZone)
  const feedIn = readFeedIn(reader, await listPeriods())
  if (isFaulty(reader)) return faulty(reader)
  const call = await publishFeedIn(viewer, feedIn)
  return outcomeOf(reader.typed, call.ok ? ok({ call: call.value, page: PATH }) : call)
}
