/** Two members, and a post that puts what it is given where a spec can look at it. Needs a database, no mail server. */
import { asWorker } from '@/lib/db/client'
import type { TestDatabase } from '@/lib/db/testing/database'
import { queueMails } from '@/lib/db/write/mails'
import { saveNotice } from '@/lib/db/write/notices'
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/members/notice'
import { micro } from '@/lib/domain/units/units'
import { confirmMailAddress, setMails } from '../mail-settings'
import { sendMails, type Contents, type OutgoingMail, type Post } from '../send-mails'

export const ada = { address: `0x${'Ad'.repeat(20)}` }
export const bo = { address: `0x${'b0'.repeat(20)}` }
export const [NOW, MINUTE_S, DAY_S] = [1_800_000_000, 60, 86_400]

type Delivered = OutgoingMail & { contents: Contents }

/** What arrived, and what the next mails fail with. */
export const mailbox: { sent: Delivered[]; fails: Error | null } = { sent: [], fails: null }

export const post: Post = {
  write: (contents) => ({
    subject: contents.kind,
    text: JSON.stringify(contents, (_, v) => (typeof v === 'bigint' ? `${v}` : v)),
    html: '',
  }),
  async deliver(mail) {
    if (mailbox.fails) throw mailbox.fails
    mailbox.sent.push({ ...mail, contents: JSON.parse(mail.text) as Contents })
    return 'sent'
  },
}

export async function emptyMailbox(database: TestDatabase): Promise<void> {
  for (const table of ['mail', 'mail_address', 'notice']) await database.query(`DELETE FROM ${table}`)
  mailbox.sent = []
  mailbox.fails = null
}

export const send = (now: number, by = post) => sendMails(now, by)
export const wants = (address: string, kinds: readonly NoticeKind[] = NOTICE_KINDS) => ({
  address,
  locale: 'zh',
  kinds,
})
export const nameOf = (decision: { ok: boolean; refusal?: { name: string } }) => decision.refusal?.name ?? 'ok'

export function tokenOf(mail: Delivered | undefined): string {
  return mail?.contents.kind === 'confirm' ? mail.contents.token : 'none'
}

let bills = 0

/** A bill is ready, as the notifier tells it. */
export function billReady(now: number): Promise<void> {
  return asWorker(async (tx) => {
    const billId = `bill ${++bills}`
    const facts = { billId, start: 0, end: 1, total: micro(5n), estimated: false }
    await saveNotice(tx, { account: ada.address, kind: 'BillReady', subject: billId, facts, at: now })
    await queueMails(tx, now)
  })
}

/** Ada's address, asked and confirmed. */
export async function confirmed(address: string, kinds?: readonly NoticeKind[]): Promise<void> {
  await setMails(ada, wants(address, kinds), NOW)
  await send(NOW)
  const answer = await confirmMailAddress(tokenOf(mailbox.sent.pop()), NOW + 1)
  if (!answer.ok) throw new Error(answer.refusal.name)
}
