/** Whose mailbox it is, and what goes there, on a real database. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asViewer } from '@/lib/db/client'
import { mailSettingsOf } from '@/lib/db/read/mails'
import { withDatabase } from '@/lib/db/testing/database'
import { confirmMailAddress, forgetMailAddress, setMails, stopMails } from './mail-settings'
import { forgetOldMails } from './send-mails'
import {
  ada,
  billReady,
  bo,
  confirmed,
  DAY_S,
  emptyMailbox,
  mailbox,
  nameOf,
  NOW,
  send,
  tokenOf,
  wants,
} from './testing/mailbox'

const database = withDatabase()
const mails = () => database.query('SELECT address, state, attempts, next_at, error FROM mail ORDER BY made_at, id')
const states = async () => (await mails()).map(({ state }) => state)

beforeEach(() => emptyMailbox(database))

describe('an address', () => {
  it('gets nothing but the question until it is confirmed', async () => {
    expect(await setMails(ada, wants(' Ada@Example.org '), NOW)).toEqual({ ok: true, value: 'asked' })
    await billReady(NOW + 1)
    await send(NOW + 2)
    expect(mailbox.sent).toMatchObject([{ address: 'Ada@example.org', subject: 'confirm', contents: { locale: 'zh' } }])
    expect(await mailSettingsOf(ada)).toMatchObject({ address: 'Ada@example.org', isConfirmed: false })
    await confirmMailAddress(tokenOf(mailbox.sent[0]), NOW + 3)
    expect(await mailSettingsOf(ada)).toMatchObject({ isConfirmed: true })
    // What was told before is no news.
    await send(NOW + 4)
    expect(mailbox.sent).toHaveLength(1)
    await billReady(NOW + 5)
    await send(NOW + 6)
    expect(mailbox.sent[1]).toMatchObject({
      address: 'Ada@example.org',
      contents: { kind: 'notice', notice: { kind: 'BillReady' } },
    })
    await send(NOW + 7)
    expect(mailbox.sent).toHaveLength(2)
  })

  it('is confirmed by its newest link, once, in two days', async () => {
    await setMails(ada, wants('ada@example.org'), NOW)
    await send(NOW)
    await setMails(ada, wants('ada@example.org'), NOW + 10)
    await send(NOW + 10)
    const [first, second] = mailbox.sent.map(tokenOf)
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
    const hex = Buffer.from(tokenOf(mailbox.sent[0]), 'base64url').toString('hex')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(tokenOf(mailbox.sent[0]))
    const [row] = await database.query("SELECT encode(token_hash, 'hex') AS hash FROM mail_address")
    expect(row?.['hash']).toMatch(/^[0-9a-f]{64}$/)
    expect(row?.['hash']).not.toBe(hex)
  })

  it('is asked again when it is another, and what waited for the former is dropped', async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
    await setMails(ada, wants('new@example.org'), NOW + 6)
    await send(NOW + 7)
    expect(mailbox.sent.map(({ address, subject }) => [address, subject])).toEqual([['new@example.org', 'confirm']])
    expect((await states()).sort()).toEqual(['dropped', 'sent', 'sent'])
  })

  it('stays confirmed when only kinds or language change', async () => {
    await confirmed('ada@example.org', ['Arrears'])
    await billReady(NOW + 5)
    expect(await setMails(ada, wants('ada@example.org', ['BillReady']), NOW + 6)).toEqual({ ok: true, value: 'saved' })
    await billReady(NOW + 7)
    await send(NOW + 8)
    expect(mailbox.sent).toHaveLength(1)
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
    expect([mailbox.sent, await mailSettingsOf(ada), await states()]).toEqual([[], null, ['sent']])
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
    const { stopKey } = mailbox.sent[0]!
    await billReady(NOW + 6)
    expect(nameOf(await stopMails(stopKey, NOW + 7))).toBe('ok')
    expect(nameOf(await stopMails(stopKey, NOW + 7))).toBe('ok')
    await send(NOW + 8)
    await billReady(NOW + 9)
    await send(NOW + 9)
    expect(mailbox.sent).toHaveLength(1)
    expect(await mailSettingsOf(ada)).toMatchObject({ address: 'ada@example.org', kinds: [], isConfirmed: true })
  })

  it('cannot stop another’s, nor with a link to an address that was given up', async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
    await send(NOW + 5)
    const { stopKey } = mailbox.sent[0]!
    expect(nameOf(await stopMails('11111111-2222-4333-8444-555555555555', NOW))).toBe('MailLinkUnknown')
    expect(nameOf(await stopMails("' OR true --", NOW))).toBe('MailLinkUnknown')
    await setMails(ada, wants('new@example.org'), NOW + 6)
    expect(nameOf(await stopMails(stopKey, NOW + 7))).toBe('MailLinkUnknown')
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
