/** Where the viewer is told by e-mail, and the mails of the demo's outbox. */
import { isNoticeKind, type NoticeKind } from '@/lib/domain/members/notice'
import { asViewer, type Viewer } from '../client'

export interface MailSettings {
  address: string
  locale: string
  kinds: NoticeKind[]
  isConfirmed: boolean
}

/** Null: none was given. */
export async function mailSettingsOf(viewer: Viewer): Promise<MailSettings | null> {
  const where = { account: viewer.address.toLowerCase() }
  const select = { address: true, locale: true, kinds: true, confirmedAt: true } as const
  const row = await asViewer(viewer, (tx) => tx.mailAddress.findUnique({ where, select }))
  if (!row) return null
  const { address, locale, kinds, confirmedAt } = row
  return { address, locale, kinds: kinds.filter(isNoticeKind), isConfirmed: confirmedAt !== null }
}

export interface KeptMail {
  id: string
  address: string
  subject: string
  body: string
  html: string
  at: number
}

/** Those that would have been sent, the newest first. */
export async function keptMailsOf(viewer: Viewer, limit: number): Promise<KeptMail[]> {
  const rows = await asViewer(viewer, (tx) =>
    tx.mail.findMany({
      where: { account: viewer.address.toLowerCase(), state: 'kept' },
      orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
      take: limit,
      select: { id: true, address: true, subject: true, body: true, html: true, madeAt: true },
    }),
  )
  return rows.map(({ madeAt, subject, body, html, ...row }) => ({
    ...row,
    subject: subject ?? '',
    body: body ?? '',
    html: html ?? '',
    at: Number(madeAt),
  }))
}
