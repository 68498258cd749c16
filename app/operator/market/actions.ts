'use server'

import { requireExchange } from '@/lib/auth/viewer'
import { listPeriods } from '@/lib/db/read/tariffs'
import { SESSION_KINDS } from '@/lib/domain/surplus/session'
import { marketTime } from '@/lib/services/market-time'
import { openSession } from '@/lib/services/open-session'
import { publishFeedIn } from '@/lib/services/publish-feed-in'
import { faulty, isFaulty, prepared, type Outcome } from '../meters/outcome'
import { readerOf } from '../meters/reader-of'
import { readDelivery } from './delivery-form'
import { readFeedIn } from './feed-in-form'

const PATH = '/operator/market'

/** Prepares a session; the exchange's own wallet opens it. */
export async function prepareSession(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireExchange(PATH)
  const [now, periods] = await Promise.all([marketTime(), listPeriods()])
  const reader = readerOf(form)
  const { period, ...delivery } = readDelivery(reader, periods)
  const opening = {
    ...delivery,
    kind: reader.choice('kind', SESSION_KINDS),
    lockAt: reader.moment('lockAt'),
    closeAt: reader.moment('closeAt'),
  }
  if (opening.closeAt <= now) reader.wrong('closeAt', 'past')
  if (opening.lockAt > opening.closeAt) reader.wrong('lockAt', 'afterClose')
  // Whoever sees the period's end could choose the result.
  if (period && opening.kind === 'Contracted' && opening.closeAt >= period.end) reader.wrong('closeAt', 'afterPeriod')
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await openSession(viewer, opening), PATH)
}

/** Prepares a feed-in price; the exchange's own wallet publishes it. */
export async function prepareFeedIn(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireExchange(PATH)
  const reader = readerOf(form)
  const feedIn = readFeedIn(reader, await listPeriods())
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await publishFeedIn(viewer, feedIn), PATH)
}
