/** Where a member is told by e-mail, and of what: given by the member, confirmed and stopped by whoever has the mailbox. */
import type { Viewer } from '@/lib/db/client'
import {
  removeMailAddress,
  saveConfirmed,
  saveMailSettings,
  saveMailStopped,
  type SavedSettings,
} from '@/lib/db/write/mails'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { mailAddress } from '@/lib/domain/members/mail-address'
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/members/notice'
import { env } from '@/lib/env'
import { hashOf } from './send-mails'

export interface WantedMails {
  address: string
  locale: string
  kinds: readonly NoticeKind[]
}

/** Whether this market sends mail at all; the demo keeps it to be looked at. */
export function sendsMail(): boolean {
  return env.mode === 'demo' || env.smtpUrl !== undefined
}

/** @returns 'asked' if the address has to be confirmed by the link that is on its way. */
export async function setMails(
  viewer: Viewer,
  { address, locale, kinds }: WantedMails,
  now: number,
): Promise<Decision<Exclude<SavedSettings, 'tooMany'>>> {
  if (!sendsMail()) return refuse('MailNotSetUp')
  const sound = mailAddress(address)
  if (sound === null) return refuse('MailAddressInvalid')
  const wanted = NOTICE_KINDS.filter((kind) => kinds.includes(kind))
  const saved = await saveMailSettings({ account: viewer.address, address: sound, locale, kinds: wanted }, now)
  return saved === 'tooMany' ? refuse('MailAskedTooOften') : ok(saved)
}

export async function forgetMailAddress(viewer: Viewer): Promise<void> {
  await removeMailAddress(viewer.address)
}

const TOKEN = /^[\w-]{43}$/
const STOP_KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whoever holds the link has the mailbox; no session is asked for, and nothing else is changed. */
export async function confirmMailAddress(token: string, now: number): Promise<Decision<true>> {
  const confirmed = TOKEN.test(token) && (await saveConfirmed(hashOf(token), now))
  return confirmed ? ok(true) : refuse('MailLinkUnknown')
}

export async function stopMails(stopKey: string, now: number): Promise<Decision<true>> {
  const stopped = STOP_KEY.test(stopKey) && (await saveMailStopped(stopKey, now))
  return stopped ? ok(true) : refuse('MailLinkUnknown')
}
