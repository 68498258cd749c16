/**
 * Mails on their way. One is taken for a while before it is sent and marked afterwards: whoever dies in between leaves it to be
 * sent once more when that while is over, a limited number of times. A member may get a mail twice, and never none.
 */
import type { NoticeKind, Notice } from '@/lib/domain/members/notice'
import { asWorker, type Tx } from '../client'
import { noticeFrom } from '../stored/notice'

/** What the members were told at this instant is mailed to those who want to be told so. Call it where they are told. */
export async function queueMails(tx: Tx, now: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mail (notice_id, account, address, next_at, made_at)
    SELECT n.id, n.account, a.address, ${BigInt(now)}, ${BigInt(now)}
    FROM notice n JOIN mail_address a ON a.account = n.account
    WHERE n.made_at = ${BigInt(now)} AND a.confirmed_at IS NOT NULL AND n.kind = ANY (a.kinds)
    ON CONFLICT DO NOTHING`
}

export interface Attempt {
  /** How often it may be tried at all. */
  most: number
  /** Seconds after which whoever took it is thought dead. */
  leaseS: number
  now: number
}

/** A mail that was taken to be sent, with what is known of its address now. */
export interface TakenMail {
  id: string
  account: string
  address: string
  /** Counted from one, this one included. */
  attempts: number
  /** Null: it asks to confirm the address. */
  notice: Notice | null
  /** Null if nobody wants it any more: the address was changed, not confirmed, or this kind is not asked for. */
  wanted: { locale: string; stopKey: string } | null
}

interface TakenRow {
  id: string
  account: string
  address: string
  attempts: number
  notice_id: string | null
}

/** The one that waits longest, or null if none is to be sent now. */
export function takeMail({ most, leaseS, now }: Attempt): Promise<TakenMail | null> {
  return asWorker(async (tx) => {
    await tx.$executeRaw`
      UPDATE mail SET state = 'failed', error = 'Interrupted'
      WHERE state = 'sending' AND next_at <= ${BigInt(now)} AND attempts >= ${most}`
    const [row] = await tx.$queryRaw<TakenRow[]>`
      UPDATE mail SET state = 'sending', attempts = attempts + 1, next_at = ${BigInt(now + leaseS)}
      WHERE id = (
        SELECT id FROM mail WHERE state IN ('queued', 'sending') AND next_at <= ${BigInt(now)}
        ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
      ) RETURNING id, account, address, attempts, notice_id`
    return row ? takenFrom(tx, row) : null
  })
}

async function takenFrom(tx: Tx, { notice_id, ...row }: TakenRow): Promise<TakenMail> {
  const [told, settings] = [
    notice_id === null ? null : await tx.notice.findUnique({ where: { id: notice_id } }),
    await tx.mailAddress.findUnique({ where: { account: row.account } }),
  ]
  const notice = (told && noticeFrom(told)[0]) ?? null
  const current = settings?.address === row.address ? settings : null
  const isWanted =
    notice_id === null
      ? current?.confirmedAt === null
      : notice !== null && current?.confirmedAt != null && current.kinds.includes(notice.kind)
  return { ...row, notice, wanted: current && isWanted ? { locale: current.locale, stopKey: current.stopKey } : null }
}

export type MailOutcome =
  | { state: 'sent' | 'dropped' }
  | { state: 'kept'; subject: string; body: string; html: string }
  | { state: 'failed'; error: string }
  | { state: 'queued'; error: string; nextAt: number }

/** @param attempts As it was taken: whoever took it later decides. */
export async function saveMailOutcome(
  { id, attempts }: Pick<TakenMail, 'id' | 'attempts'>,
  outcome: MailOutcome,
): Promise<void> {
  const { state, ...rest } = outcome
  const nextAt = 'nextAt' in rest ? { nextAt: BigInt(rest.nextAt) } : {}
  const where = { id, attempts, state: 'sending' }
  await asWorker((tx) => tx.mail.updateMany({ where, data: { state, ...rest, ...nextAt } }))
}

export interface NewMailSettings {
  account: string
  address: string
  locale: string
  kinds: readonly NoticeKind[]
}

/** Mails that ask one member, or one address, to confirm, in a day. */
const MOST_QUESTIONS = 5
const DAY_S = 86_400

export type SavedSettings = 'saved' | 'asked' | 'tooMany'

/** A new address is asked to confirm; so is one that was not confirmed yet. One that was stays confirmed. */
export function saveMailSettings(
  { account, address, locale, kinds }: NewMailSettings,
  now: number,
): Promise<SavedSettings> {
  const owner = account.toLowerCase()
  return asWorker(async (tx) => {
    // One at a time for a member and for an address: two windows cannot ask more than one may.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('mail address'), hashtext(${owner}))`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('mail address'), hashtext(${address}))`
    const before = await tx.mailAddress.findUnique({ where: { account: owner } })
    const data = { locale, kinds: [...kinds], changedAt: BigInt(now) }
    if (before?.address === address && before.confirmedAt !== null) {
      await tx.mailAddress.update({ where: { account: owner }, data })
      return 'saved'
    }
    const questions = { noticeId: null, madeAt: { gt: BigInt(now - DAY_S) } }
    const asked = await tx.mail.count({ where: { ...questions, OR: [{ account: owner }, { address }] } })
    if (asked >= MOST_QUESTIONS) return 'tooMany'
    const fresh = { ...data, address, confirmedAt: null, tokenHash: null, tokenExpiresAt: null }
    const stopKey = before?.address === address ? before.stopKey : crypto.randomUUID()
    const row = { ...fresh, stopKey }
    await tx.mailAddress.upsert({ where: { account: owner }, create: { account: owner, ...row }, update: row })
    // A question that still waits would only be asked twice.
    await tx.mail.deleteMany({ where: { account: owner, noticeId: null, state: 'queued' } })
    await tx.mail.create({ data: { account: owner, address, nextAt: BigInt(now), madeAt: BigInt(now) } })
    return 'asked'
  })
}

/** The newest link is the one that confirms. @returns false if the address was changed or confirmed meanwhile. */
export async function saveConfirmToken(
  { account, address }: { account: string; address: string },
  { hash, expiresAt }: { hash: Uint8Array<ArrayBuffer>; expiresAt: number },
): Promise<boolean> {
  const data = { tokenHash: hash, tokenExpiresAt: BigInt(expiresAt) }
  const { count } = await asWorker((tx) =>
    tx.mailAddress.updateMany({ where: { account, address, confirmedAt: null }, data }),
  )
  return count > 0
}

/** Uses the token up. @returns false if there is no such token, or it is too old. */
export async function saveConfirmed(hash: Uint8Array<ArrayBuffer>, now: number): Promise<boolean> {
  const where = { tokenHash: hash, tokenExpiresAt: { gt: BigInt(now) } }
  const data = { confirmedAt: BigInt(now), tokenHash: null, tokenExpiresAt: null }
  const { count } = await asWorker((tx) => tx.mailAddress.updateMany({ where, data }))
  return count > 0
}

/** @returns false if no address has this key. Stopping what is stopped is no mistake. */
export async function saveMailStopped(stopKey: string, now: number): Promise<boolean> {
  const data = { kinds: [], changedAt: BigInt(now) }
  const { count } = await asWorker((tx) => tx.mailAddress.updateMany({ where: { stopKey }, data }))
  return count > 0
}

/** Forgets the address, and every mail that names it but for one that is under way. */
export async function removeMailAddress(account: string): Promise<void> {
  const where = { account: account.toLowerCase() }
  await asWorker(async (tx) => {
    await tx.mailAddress.deleteMany({ where })
    // Questions that were asked count against asking more for a day, whoever the address belongs to now.
    await tx.mail.deleteMany({ where: { ...where, noticeId: { not: null }, state: { not: 'sending' } } })
  })
}

/** A mail is kept for a while, and not sent any more after it; an address that nobody confirmed is not kept. */
export async function forgetMails({ mailsBefore, addressesBefore }: Record<'mailsBefore' | 'addressesBefore', number>) {
  await asWorker(async (tx) => {
    await tx.mail.deleteMany({ where: { madeAt: { lt: BigInt(mailsBefore) } } })
    await tx.mailAddress.deleteMany({ where: { confirmedAt: null, changedAt: { lt: BigInt(addressesBefore) } } })
  })
}
