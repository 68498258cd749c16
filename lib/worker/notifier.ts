/** Tells members what happened, and sends the mails that say so. */
import type { Env } from '@/lib/env'
import { forgetOldMails, sendMails, type Post } from '@/lib/services/send-mails'
import { notify, LOOK_BACK_S, SHORT_LOOK_S } from '@/lib/services/notify'
import { warnOfPenalties } from '@/lib/services/warn-of-penalties'
import { keepDoing, type Loop } from './loop'
import { openPost } from './mail-transport'

const NOTIFY_EVERY_MS = 10_000
const WARN_EVERY_MS = 60 * 60_000

const LONG_LOOK_EVERY_S = 3_600

/** Until its end is asked for. */
export function keepNotifying({ mode, smtpUrl, mailFrom, ...site }: Env): Pick<Loop, 'end'> {
  const server = smtpUrl && mailFrom ? { smtpUrl, mailFrom } : null
  const post = server || mode === 'demo' ? openPost(site, server) : null
  const notifier = keepDoing('notices', NOTIFY_EVERY_MS, notifierOf(post))
  const warner = keepDoing('warnings', WARN_EVERY_MS, notifyHourly)
  return {
    async end() {
      await Promise.all([notifier.end(), warner.end()])
      post?.close()
    },
  }
}

/** @param post Null: this market sends no mail. */
function notifierOf(post: Post | null): () => Promise<void> {
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
async function notifyHourly(): Promise<void> {
  const now = Math.floor(Date.now() / 1000)
  await forgetOldMails(now)
  const { failures } = await warnOfPenalties(now)
  // Told, not thrown: whatever is wrong with one agreement, the others are not to be forecast again at once.
  if (failures.length > 0) console.error(`warnings: ${failures.length} forecasts failed`, failures[0])
}
