/** Sends the mails that wait. The words and the way they travel are given: in the demo they are kept to be looked at. */
import { createHash, randomBytes } from 'node:crypto'
import {
  forgetMails,
  saveConfirmToken,
  saveMailOutcome,
  takeMail,
  type MailOutcome,
  type TakenMail,
} from '@/lib/db/write/mails'
import type { Notice } from '@/lib/domain/members/notice'

export interface Letter {
  subject: string
  text: string
  html: string
}

/** What is to be said, and the links that only this mail holds. */
export type Contents = { locale: string; stopKey: string } & (
  | { kind: 'notice'; notice: Notice }
  | { kind: 'confirm'; token: string }
)

export interface OutgoingMail extends Letter {
  /** The same each time it is tried: a mailbox that gets it twice can tell. */
  id: string
  address: string
  stopKey: string
}

export interface Post {
  write: (contents: Contents) => Letter
  /** Throws if it was not taken. 'kept': there is nobody to send it, and it is kept to be looked at. */
  deliver: (mail: OutgoingMail) => Promise<'sent' | 'kept'>
}

/** A mailbox that says so for good. Nothing else is said of an error: servers repeat addresses in theirs. */
export class MailRefused extends Error {}

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S
/** 1, 4, 16 minutes, about an hour, four hours, then six twice: the last try is eighteen hours after the first. */
const MOST_ATTEMPTS = 8
const LONGEST_WAIT_S = 6 * HOUR_S
const LEASE_S = 5 * MINUTE_S
const TOKEN_BYTES = 32
export const TOKEN_LASTS_S = 2 * DAY_S
const KEEP_MAILS_S = 30 * DAY_S
const KEEP_UNCONFIRMED_S = 7 * DAY_S
/** At once; what is left waits for the next turn. */
const MOST_AT_ONCE = 200

export interface Sent {
  done: number
  /** The errors, without whom they concern. */
  failures: string[]
}

export async function sendMails(now: number, post: Post): Promise<Sent> {
  const sent: Sent = { done: 0, failures: [] }
  for (let turn = 0; turn < MOST_AT_ONCE; turn++) {
    const mail = await takeMail({ most: MOST_ATTEMPTS, leaseS: LEASE_S, now })
    if (!mail) break
    const outcome = await outcomeOf(mail, post, now)
    await saveMailOutcome(mail, outcome)
    if ('error' in outcome) sent.failures.push(outcome.error)
    else sent.done++
  }
  return sent
}

async function outcomeOf(mail: TakenMail, post: Post, now: number): Promise<MailOutcome> {
  const contents = await contentsOf(mail, now)
  if (!contents) return { state: 'dropped' }
  const letter = post.write(contents)
  try {
    const { id, address } = mail
    const state = await post.deliver({ ...letter, id, address, stopKey: contents.stopKey })
    return state === 'sent' ? { state } : { state, subject: letter.subject, body: letter.text, html: letter.html }
  } catch (error) {
    const name = error instanceof Error ? error.message : 'Unknown'
    if (error instanceof MailRefused || mail.attempts >= MOST_ATTEMPTS) return { state: 'failed', error: name }
    const wait = Math.min(MINUTE_S * 4 ** (mail.attempts - 1), LONGEST_WAIT_S)
    return { state: 'queued', error: name, nextAt: now + wait }
  }
}

/** The token is made here, so that it stands in no row but the mail that carries it: what is kept is its hash. */
async function contentsOf({ account, address, notice, wanted }: TakenMail, now: number): Promise<Contents | null> {
  if (!wanted) return null
  if (notice) return { kind: 'notice', notice, ...wanted }
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const kept = await saveConfirmToken({ account, address }, { hash: hashOf(token), expiresAt: now + TOKEN_LASTS_S })
  return kept ? { kind: 'confirm', token, ...wanted } : null
}

export function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}

/** What was sent is forgotten after a month, and an address that was never confirmed after a week. */
export function forgetOldMails(now: number): Promise<void> {
  return forgetMails({ mailsBefore: now - KEEP_MAILS_S, addressesBefore: now - KEEP_UNCONFIRMED_S })
}
