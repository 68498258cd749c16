/** Warns of a month that is likely to leave its band, once for each way it may leave it. */
import { asWorker } from '@/lib/db/client'
import { getAgreement, suppliedFrom } from '@/lib/db/read/agreements'
import { queueMails } from '@/lib/db/write/mails'
import { saveNotice } from '@/lib/db/write/notices'
import { penaltyRisk } from '@/lib/domain/members/penalty-risk'
import { runningPeriod } from './running-period'

const AT_ONCE = 200

export interface Warned {
  told: number
  /** One agreement whose forecast fails keeps none of the others from its warning. */
  failures: unknown[]
}

export async function warnOfPenalties(now: number): Promise<Warned> {
  const warned: Warned = { told: 0, failures: [] }
  for (let after: string | null = ''; after !== null; ) {
    const page = await suppliedFrom({ after, limit: AT_ONCE, now })
    for (const agreement of page) {
      try {
        if (await warn(agreement, now)) warned.told++
      } catch (error) {
        warned.failures.push(error)
      }
    }
    after = page.length < AT_ONCE ? null : (page.at(-1)?.id ?? null)
  }
  return warned
}

/** The forecast is made as the consumer would see it. */
async function warn({ id, consumer }: { id: string; consumer: string }, now: number): Promise<boolean> {
  const viewer = { address: consumer }
  const agreement = await getAgreement(viewer, id)
  const running = agreement && (await runningPeriod(viewer, agreement, now))
  const risk = running && penaltyRisk(running, now)
  if (!risk) return false
  const { start, end } = running
  const { offerName: offer, retailerName, retailer } = agreement
  const facts = { agreementId: id, offer, retailer: retailerName ?? retailer, start, end, ...risk }
  const subject = `${id}:${start}:${risk.standing}`
  return asWorker(async (tx) => {
    const isNew = await saveNotice(tx, { account: consumer, kind: 'PenaltyRisk', subject, facts, at: now })
    if (isNew) await queueMails(tx, now)
    return isNew
  })
}
