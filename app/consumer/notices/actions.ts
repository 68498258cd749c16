'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formGiven } from '@/app/form-given'
import { utcSeconds } from '@/app/utc-seconds'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Refusal } from '@/lib/domain/decision'
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/members/notice'
import { locales, type Locale } from '@/lib/format/locale'
import { forgetMailAddress, setMails } from '@/lib/services/mail-settings'
import { readNotices } from '@/lib/services/read-notices'

const PATH = '/consumer/notices'
const noticeId = z.uuid()
const mailsSchema = z.object({
  address: z.string().max(1_000),
  locale: z.enum(locales),
  kinds: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
})

export type MailForm = z.infer<typeof mailsSchema>

/** What was typed stays, with what became of it. */
export type MailsOutcome = { typed: { address: string; locale: Locale; kinds: NoticeKind[] } } & (
  | { kind: 'asked' | 'saved' }
  | { kind: 'refused'; refusal: Refusal }
)

const NOTHING_TYPED = { address: '', locale: locales[0], kinds: [] }

export async function saveMails(_: MailsOutcome | null, form: FormData): Promise<MailsOutcome> {
  const viewer = await requireConsumer(PATH)
  const sent = formGiven(form)
  const given = { address: sent.get('address'), locale: sent.get('locale'), kinds: sent.getAll('kind') }
  const parsed = mailsSchema.safeParse(given)
  // The form cannot send this.
  if (!parsed.success) {
    return { typed: NOTHING_TYPED, kind: 'refused', refusal: refuse('RequestMalformed').refusal }
  }
  const typed = parsed.data
  const set = await setMails(viewer, typed, utcSeconds())
  if (!set.ok) return { typed, kind: 'refused', refusal: set.refusal }
  revalidatePath(PATH)
  return { typed, kind: set.value }
}

export async function forgetMails(): Promise<void> {
  const viewer = await requireConsumer(PATH)
  await forgetMailAddress(viewer)
  revalidatePath(PATH)
}

export async function markRead(form: FormData): Promise<void> {
  const viewer = await requireConsumer(PATH)
  const id = noticeId.safeParse(formGiven(form).get('id'))
  if (!id.success) return
  await readNotices(viewer, id.data, utcSeconds())
  // The bell is in the frame of every page.
  revalidatePath('/', 'layout')
}

export async function markAllRead(): Promise<void> {
  const viewer = await requireConsumer(PATH)
  await readNotices(viewer, undefined, utcSeconds())
  revalidatePath('/', 'layout')
}
