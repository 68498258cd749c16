/** Mails on a real database: who is asked, who gets which, what happens when they fail. They travel by hand. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asViewer, asWorker } from '@/lib/db/client'
import { mailSettingsOf } from '@/lib/db/read/mails'
import { withDatabase } from '@/lib/db/testing/database'
import { queueMails, takeMail } from '@/lib/db/write/mails'
import { saveNotice } from '@/lib/db/write/notices'
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/members/notice'
import { micro } from '@/lib/domain/units/units'
import { confirmMailAddress, forgetMailAddress, setMails, stopMails } from './mail-settings'
import { forgetOldMails, MailRefused, sendMails, type Contents, type OutgoingMail, type Post } from './send-mails'

const database = withDatabase()
const ada = { address: `0x${'Ad'.repeat(20)}` }
const bo = { address: `0x${'b0'.repeat(20)}` }
const [NOW, MINUTE_S, DAY_S] = [1_800_000_000, 60, 86_400]

let sent: (OutgoingMail & { contents: Contents })[] = []
let fails: Error | null = null
const post: Post = {
  write: (contents) => ({
    subject: contents.kind,
    text: JSON.stringify(contents, (_, v) => (typeof v === 'bigint' ? `${v}` : v)),
    html: '',
  }),
  async deliver(mail) {
    if (fails) throw fails
    sent.push({ ...mail, contents: JSON.parse(mail.text) as Contents })
    return 'sent'
  },
}

const wants = (address: string, kinds: readonly NoticeKind[] = NOTICE_KINDS) => ({ address, locale: 'zh', kinds })
const send = (now: number, by = post) => sendMails(now, by)
const mails = () => database.query('SELECT address, state, attempts, next_at, error FROM mail ORDER BY made_at, id')
const states = async () => (await mails()).map(({ state }) => state)
const tokenOf = (mail: (typeof sent)[number] | undefined) =>
  mail?.contents.kind === 'confirm' ? mail.contents.token : 'none'
const nameOf = (decision: { ok: boolean; refusal?: { name: string } }) => decision.refusal?.name ?? 'ok'

let bills = 0
/** A bill is ready, as the notifier tells it. */
const billReady = (now: number, viewer = ada) =>
  asWorker(async (tx) => {
    const billId = `bill ${++bills}`
    const facts = { billId, start: 0, end: 1, total: micro(5n), estimated: false }
    await saveNotice(tx, { account: viewer.address, kind: 'BillReady', subject: billId, facts, at: now })
    await queueMails(tx, now)
  })

async function confirmed(address: string, kinds?: readonly NoticeKind[]) {
  await setMails(ada, wants(address, kinds), NOW)
  await send(NOW)
  expect(await confirmMailAddress(tokenOf(sent.pop()), NOW + 1)).toMatchObject({ ok: true })
}

beforeEach(async () => {
  for (const table of ['mail', 'mail_address', 'notice']) await database.query(`DELETE FROM ${table}`)
  sent = []
  fails = null
})

describe('an address', () => {
  it('gets nothing but the question until it is confirmed', async () => {
    expect(await setMails(ada, wants(' Ada@Example.org '), NOW)).toEqual({ ok: true, value: 'asked' })
    await billReady(NOW + 1)
    await send(NOW + 2)
    expect(sent).toMatchObject([{ address: 'Ada@example.org', subject: 'confirm', contents: { locale: 'zh' } }])
    expect(await mailSettingsOf(ada)).toMatchObject({ address: 'Ada@example.org', isConfirmed: false })
    await confirmMailAddress(tokenOf(sent[0]), NOW + 3)
    expect(await mailSettingsOf(ada)).toMatchObject({ isConfirmed: true })
    // What was told before is no news.
    await send(NOW + 4)
    expect(sent).toHaveLength(1)
    await billReady(NOW + 5)
    await send(NOW + 6)
    expect(sent[1]).toMatchObject({
      address: 'Ada@example.org',
      contents: { kind: 'notice', notice: { kind: 'BillReady' } },
    })
    await send(NOW + 7)
    expect(sent).toHaveLength(2)
  })

  it('is confirmed by its newest link, once, in two days', async () => {
    await setMails(ada, wants('ada@example.org'), NOW)
    await send(NOW)
    await setMails(ada, wants('ada@example.org'), NOW + 10)
    await send(NOW + 10)
    const [first, second] = sent.map(tokenOf)
    expect(nameOf(await confirmMailAddress(first!, NOW + 11))).toBe('MailLinkUnknown')
    expect(nameOf(await confirmMailAddress(second!, NOW + 10 + 2 * DAY_S))).toBe('MailLinkUnknown')
    expect(nameOf(await confirmMailAddress(second!, NOW + 9 + 2 * DAY_S))).toBe('ok')
    expect(nameOf(await confirmMailAddress(second!, NOW + 9 + 2 * DAY_S))).toBe('MailLinkUnknown')
    for (const wrong of ['', 'x', `${second}x`])
      expect(nameOf(await confirmMailAddress(wrong, NOW))).toBe('MailLinkUnknown')
  })

  it('leaves its token in no row', async () => {
    await setMails(ada, wants('ada@example.org'), NOW)
    await send(NOW)
    const rows = await database.query('SELECT m.*, a.* FROM mail m JOIN mail_address a USING (account)')
    const hex = Buffer.from(tokenOf(sent[0]), 'base64url').toString('hex')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(tokenOf(sent[0]))
    const [row] = await database.query("SELECT encode(token_hash, 'hex') AS hash FROM mail_address")
    expect(row?.['hash']).toMatch(/^[0-9a-f]{64}$/)
    expect(row?.['hash']).not.toBe(hex)
  })

  it('is asked again when it is another, and what waited for the former is dropped', async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
    await setMails(ada, wants('new@example.org'), NOW + 6)
    await send(NOW + 7)
    expect(sent.map(({ address, subject }) => [address, subject])).toEqual([['new@example.org', 'confirm']])
    expect((await states()).sort()).toEqual(['dropped', 'sent', 'sent'])
  })

  it('stays confirmed when only kinds or language change', async () => {
    await confirmed('ada@example.org', ['Arrears'])
    await billReady(NOW + 5)
    expect(await setMails(ada, wants('ada@example.org', ['BillReady']), NOW + 6)).toEqual({ ok: true, value: 'saved' })
    await billReady(NOW + 7)
    await send(NOW + 8)
    expect(sent).toHaveLength(1)
  })

  it.each(['', 'ada', 'ada@example.org\nBcc: eve@example.org'])('is refused if it is none: %j', async (address) => {
    expect(nameOf(await setMails(ada, wants(address), NOW))).toBe('MailAddressInvalid')
    expect(await mails()).toEqual([])
  })

  it('is not asked more than five times a day, by whomever', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await setMails(turn % 2 ? ada : bo, wants('victim@example.org'), NOW + turn)
      await send(NOW + turn)
    }
    const other = { address: `0x${'c0'.repeat(20)}` }
    for (const viewer of [ada, other])
      expect(nameOf(await setMails(viewer, wants('victim@example.org'), NOW + 10))).toBe('MailAskedTooOften')
    // Forgetting it does not make room.
    await forgetMailAddress(ada)
    expect(nameOf(await setMails(ada, wants('victim@example.org'), NOW + 11))).toBe('MailAskedTooOften')
    expect(nameOf(await setMails(ada, wants('victim@example.org'), NOW + 5 + DAY_S))).toBe('ok')
  })

  it('is seen by its member alone', async () => {
    await setMails(ada, wants('ada@example.org'), NOW)
    expect(await mailSettingsOf(bo)).toBeNull()
    for (const viewer of [bo, null])
      expect(await asViewer(viewer, async (tx) => [await tx.mailAddress.count(), await tx.mail.count()])).toEqual([
        0, 0,
      ])
  })

  it('is forgotten on request, after a week if nobody confirmed it, and its mails after a month', async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
    await forgetMailAddress(ada)
    await send(NOW + 6)
    expect([sent, await mailSettingsOf(ada), await states()]).toEqual([[], null, ['sent']])
    await setMails(bo, wants('bo@example.org'), NOW)
    await forgetOldMails(NOW + 7 * DAY_S)
    expect(await mailSettingsOf(bo)).not.toBeNull()
    await forgetOldMails(NOW + 7 * DAY_S + 1)
    expect(await mailSettingsOf(bo)).toBeNull()
    await forgetOldMails(NOW + 31 * DAY_S)
    expect(await mails()).toEqual([])
  })
})

describe('whoever has the mailbox', () => {
  it('stops all mails by a link that does nothing else', async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
    await send(NOW + 5)
    const { stopKey } = sent[0]!
    await billReady(NOW + 6)
    expect(nameOf(await stopMails(stopKey, NOW + 7))).toBe('ok')
    expect(nameOf(await stopMails(stopKey, NOW + 7))).toBe('ok')
    await send(NOW + 8)
    await billReady(NOW + 9)
    await send(NOW + 9)
    expect(sent).toHaveLength(1)
    expect(await mailSettingsOf(ada)).toMatchObject({ address: 'ada@example.org', kinds: [], isConfirmed: true })
  })

  it('cannot stop another’s, nor with a link to an address that was given up', async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
    await send(NOW + 5)
    const { stopKey } = sent[0]!
    expect(nameOf(await stopMails('11111111-2222-4333-8444-555555555555', NOW))).toBe('MailLinkUnknown')
    expect(nameOf(await stopMails("' OR true --", NOW))).toBe('MailLinkUnknown')
    await setMails(ada, wants('new@example.org'), NOW + 6)
    expect(nameOf(await stopMails(stopKey, NOW + 7))).toBe('MailLinkUnknown')
  })
})

describe('a mail that fails', () => {
  beforeEach(async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
  })
  const open = async () => (await mails()).find(({ state }) => state !== 'sent')

  it('is tried again, later and later, and then no more', async () => {
    fails = new Error('ECONNECTION')
    const waits: number[] = []
    let now = NOW + 5
    for (let turn = 1; turn <= 8; turn++) {
      expect((await send(now)).failures).toEqual(['ECONNECTION'])
      const row = await open()
      expect(row).toMatchObject({ attempts: turn, error: 'ECONNECTION', state: turn < 8 ? 'queued' : 'failed' })
      if (turn === 8) break
      waits.push((Number(row?.['next_at']) - now) / MINUTE_S)
      expect(await send(Number(row?.['next_at']) - 1)).toEqual({ done: 0, failures: [] })
      now = Number(row?.['next_at'])
    }
    expect(waits).toEqual([1, 4, 16, 64, 256, 360, 360])
    fails = null
    expect(await send(now + 30 * DAY_S)).toEqual({ done: 0, failures: [] })
  })

  it('arrives once the server is back, under the same name', async () => {
    fails = new Error('ETIMEDOUT')
    await send(NOW + 5)
    fails = null
    expect(await send(NOW + 5 + MINUTE_S)).toEqual({ done: 1, failures: [] })
    expect(await open()).toBeUndefined()
  })

  it('is given up at once when the mailbox refuses it', async () => {
    fails = new MailRefused('EENVELOPE 550')
    await send(NOW + 5)
    expect(await open()).toMatchObject({ state: 'failed', attempts: 1, error: 'EENVELOPE 550' })
  })

  it('is sent again if whoever sent it died before saying so, a limited number of times', async () => {
    const die = (now: number) => takeMail({ most: 8, leaseS: 5 * MINUTE_S, now })
    expect(await die(NOW + 5)).toMatchObject({ attempts: 1 })
    expect(await send(NOW + 5 + 5 * MINUTE_S - 1)).toEqual({ done: 0, failures: [] })
    for (let turn = 2; turn <= 8; turn++) expect(await die(NOW + turn * DAY_S)).toMatchObject({ attempts: turn })
    expect(await die(NOW + 9 * DAY_S)).toBeNull()
    expect(await open()).toMatchObject({ state: 'failed', error: 'Interrupted' })
  })

  it('is sent by one of two that work at once', async () => {
    for (let turn = 0; turn < 5; turn++) await billReady(NOW + 5)
    await Promise.all([send(NOW + 5), send(NOW + 5)])
    expect(sent).toHaveLength(6)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(6)
  })

  it('of a kind that is not wanted any more is dropped', async () => {
    await setMails(ada, wants('ada@example.org', ['Arrears']), NOW + 6)
    await send(NOW + 7)
    expect([sent, await open()]).toMatchObject([[], { state: 'dropped' }])
  })
})

describe('a demo without a mail server', () => {
  it('keeps what it would have sent', async () => {
    await setMails(ada, wants('ada@example.org'), NOW)
    await send(NOW, { ...post, deliver: async () => 'kept' })
    const [row] = await database.query('SELECT state, subject, body FROM mail')
    expect(row).toMatchObject({ state: 'kept', subject: 'confirm', body: expect.stringContaining('token') })
  })
})

it('a market without a mail server takes no address', async () => {
  vi.resetModules()
  vi.stubEnv('SWITCHYARD_MODE', 'production')
  vi.stubEnv('NEXTAUTH_URL', 'https://market.example')
  vi.stubEnv('NEXTAUTH_SECRET', '9f2b6c1d8e7a4053b1c2d3e4f5061728394a5b6c7d8e9f00')
  vi.stubEnv('RELAYER_PRIVATE_KEY', `0x${'1234abcd'.repeat(8)}`)
  const fresh = await import('./mail-settings')
  expect(nameOf(await fresh.setMails(ada, wants('ada@example.org'), NOW))).toBe('MailNotSetUp')
})
