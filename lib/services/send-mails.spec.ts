/** What becomes of mails that fail, on a real database. */
import { beforeEach, describe, expect, it } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import { takeMail } from '@/lib/db/write/mails'
import { setMails } from './mail-settings'
import { MailRefused } from './send-mails'
import {
  ada,
  billReady,
  confirmed,
  DAY_S,
  emptyMailbox,
  mailbox,
  MINUTE_S,
  NOW,
  post,
  send,
  wants,
} from './testing/mailbox'

const database = withDatabase()
const mails = () => database.query('SELECT address, state, attempts, next_at, error FROM mail ORDER BY made_at, id')

beforeEach(() => emptyMailbox(database))

describe('a mail that fails', () => {
  beforeEach(async () => {
    await confirmed('ada@example.org')
    await billReady(NOW + 5)
  })
  const open = async () => (await mails()).find(({ state }) => state !== 'sent')

  it('is tried again, later and later, and then no more', async () => {
    mailbox.fails = new Error('ECONNECTION')
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
    mailbox.fails = null
    expect(await send(now + 30 * DAY_S)).toEqual({ done: 0, failures: [] })
  })

  it('arrives once the server is back, under the same name', async () => {
    mailbox.fails = new Error('ETIMEDOUT')
    await send(NOW + 5)
    mailbox.fails = null
    expect(await send(NOW + 5 + MINUTE_S)).toEqual({ done: 1, failures: [] })
    expect(await open()).toBeUndefined()
  })

  it('is given up at once when the mailbox refuses it', async () => {
    mailbox.fails = new MailRefused('EENVELOPE 550')
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
    expect(mailbox.sent).toHaveLength(6)
    expect(new Set(mailbox.sent.map(({ id }) => id)).size).toBe(6)
  })

  it('of a kind that is not wanted any more is dropped', async () => {
    await setMails(ada, wants('ada@example.org', ['Arrears']), NOW + 6)
    await send(NOW + 7)
    expect([mailbox.sent, await open()]).toMatchObject([[], { state: 'dropped' }])
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
