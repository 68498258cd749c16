/** Tells members what happened, and sends the mails that say so. */
import { forgetOldMails, sendMails, type Post } from '@/lib/services/send-mails'
import { notify, LOOK_BACK_S, SHORT_LOOK_S } from '@/lib/services/notify'
import { warnOfPenalties } from '@/lib/services/warn-of-penalties'

const LONG_LOOK_EVERY_S = 3_600

/** @param post Null: this market sends no mail. */
export function notifierOf(post: Post | null): () => Promise<void> {
  let lookedBackAt = 0
  return async () => {
    const now = Math.floor(Date.now() / 1000)
    const isLong = now - lookedBackAt >= LONG_LOOK_EVERY_S
    await notify(now, isLong ? LOOK_BACK_S : SHORT_LOOK_S)
    if (isLong) lookedBackAt = now
    if (post) await send(now, post)
  }
}

async function send(now: number, post: Post): Promise<void> {
  const { failures } = await sendMails(now, post)
  if (failures.length > 0) throw new Error(`mails were not sent: ${[...new Set(failures)].sort().join(', ')}`)
}

/** What is enough to do now and then. */
export async function notifyHourly(): Promise<void> {
  const now = Math.floor(Date.now() / 1000)
  await forgetOldMails(now)
  const { failures } = await warnOfPenalties(now)
  // Told, not thrown: whatever is wrong with one agreement, the others are not to be forecast again at once.
  if (failures.length > 0) console.error(`warnings: ${failures.length} forecasts failed`, failures[0])
}
