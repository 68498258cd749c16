/** Tells members what happened to them, once each, and queues the mails of those who want one, in one transaction. */
import { asWorker } from '@/lib/db/client'
import { queueMails } from '@/lib/db/write/mails'
import { tellWhatHappened } from '@/lib/db/write/notices'

const DAY_S = 86_400
/** Older than this is no news: a market that is new to notices begins with the bills of one month, and not of a year. */
export const LOOK_BACK_S = 40 * DAY_S
/** Of what is looked through every few seconds. What comes later than this after its own time is found by the long look. */
export const SHORT_LOOK_S = 2 * DAY_S

/** @returns how many notices were made. */
export function notify(now: number, lookBack = LOOK_BACK_S): Promise<number> {
  return asWorker(async (tx) => {
    const told = await tellWhatHappened(tx, { since: now - lookBack, now })
    if (told > 0) await queueMails(tx, now)
    return told
  })
}
