/**
 * What members are told, on a followed market: two customers, the second half as a control. Each kind once, never again, and never
 * to anybody else. Instants are those of the sample market, in Shanghai: supply from 1 January 2026, billed on 1 February.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { asViewer, asWorker } from '@/lib/db/client'
import { countUnread, getNotice, noticesOf, unreadNotices } from '@/lib/db/read/notices'
import { withDatabase } from '@/lib/db/testing/database'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { sampleDay } from '@/lib/domain/metering/meter-day.sample'
import { SampleChain } from './follow/chain.sample'
import { followOnce } from './follow/follow'
import {
  accounts,
  boundaries,
  opened,
  published,
  registered,
  settled,
  sideA,
  sideB,
  signed,
} from './follow/market.sample'
import { notify } from './notify'
import { readNotices } from './read-notices'
import { warnOfPenalties } from './warn-of-penalties'

const database = withDatabase()
const chain = new SampleChain()
const [SIGNED, START, END] = boundaries
const [HOUR_S, DAY_S] = [3_600, 86_400]
const DUE = END + 20 * DAY_S
const [ada, bo, retailer] = [accounts.consumerA, accounts.consumerB, accounts.retailerA].map((address) => ({ address }))
const SUCCESSOR = `0x${'5c'.repeat(32)}`

const told = async (viewer = ada!) => (await noticesOf(viewer, { after: null, limit: 100 })).notices
const kinds = async (viewer = ada!) => (await told(viewer)).map(({ kind }) => kind).sort()
const find = async (kind: string) => (await told()).find((notice) => notice.kind === kind)
/** A second look at the same rows tells nothing more. */
async function notifyTwice(now: number) {
  await notify(now)
  expect(await notify(now)).toBe(0)
}

const debt = (name: 'Owed' | 'DebtPaid', amount: bigint) => ({
  contract: 'Escrow',
  name,
  args: { debtor: sideA.consumer, creditor: sideA.retailer, cause: sideA.agreementId, amount },
})

beforeAll(async () => {
  vi.stubEnv('MARKET_TIME_ZONE', 'Asia/Shanghai')
  chain.mine([...opened, published(sideA, 'Flat A'), published(sideB, 'Night B'), registered(sideA), registered(sideB)])
  chain.mine([...signed(sideA), ...signed(sideB)])
  await followOnce(chain)
})

describe('what members are told', () => {
  it('that they signed, each their own', async () => {
    await notifyTwice(SIGNED + DAY_S)
    expect(await told()).toMatchObject([
      {
        kind: 'Signed',
        at: SIGNED + 2,
        readAt: null,
        facts: { agreementId: sideA.agreementId, offer: 'Flat A', start: START },
      },
    ])
    expect(await told(bo)).toMatchObject([
      { kind: 'Signed', facts: { agreementId: sideB.agreementId, offer: 'Night B' } },
    ])
  })

  it('that the meter was read, when supply has begun', async () => {
    await notifyTwice(START - 1)
    expect(await kinds()).toEqual(['Signed'])
    await notifyTwice(START + HOUR_S)
    expect(await find('FirstRead')).toMatchObject({ at: START, facts: { time: START, shown: 0n } })
    expect(await kinds(bo)).toEqual(['FirstRead', 'Signed'])
  })

  it('that a bill is ready, and that it could not be paid in full', async () => {
    const unpaid = { agreementId: sideA.agreementId, missing: 7_000_000n, due: DUE }
    chain.mine([
      ...settled(sideA),
      debt('Owed', 7_000_000n),
      { contract: 'Settlement', name: 'BillUnpaid', args: unpaid },
    ])
    chain.mine(settled(sideB))
    await followOnce(chain)
    // The sample's blocks are all of December.
    await database.query('UPDATE bill SET settled_at = $1', [END + 60])
    await notifyTwice(END + HOUR_S)
    // 90 kWh were contracted and 100 kWh used: 94.5 kWh at 555,970 and 5.5 kWh at 110 % of 651,886 Micro/kWh.
    const total = (945n * 555_970n) / 10n + (55n * 7_170_746n) / 100n
    const ready = await find('BillReady')
    expect(ready).toMatchObject({ at: END + 60, facts: { start: START, end: END, estimated: false } })
    expect(Math.abs(Number((ready?.facts as { total: bigint }).total - total))).toBeLessThanOrEqual(3)
    expect(await find('Arrears')).toMatchObject({ facts: { missing: 7_000_000n, due: DUE } })
    expect(await kinds()).toEqual(['Arrears', 'BillReady', 'FirstRead', 'Signed'])
    expect(await kinds(bo)).toEqual(['BillReady', 'FirstRead', 'Signed'])
  })

  it('that what is open is due, from three days before', async () => {
    await notifyTwice(DUE - 3 * DAY_S - 2)
    expect(await find('BillDue')).toBeUndefined()
    chain.mine([debt('DebtPaid', 3_000_000n)])
    await followOnce(chain)
    await notifyTwice(DUE - 3 * DAY_S)
    expect(await find('BillDue')).toMatchObject({ at: DUE - 3 * DAY_S, facts: { open: 4_000_000n, due: DUE } })
    expect(await kinds()).not.toContain('ArrearsCleared')
  })

  it('that it is paid', async () => {
    chain.mine([debt('DebtPaid', 4_000_000n)])
    await followOnce(chain)
    await notifyTwice(DUE - DAY_S)
    expect(await find('ArrearsCleared')).toMatchObject({
      facts: { paid: 7_000_000n, billId: `${sideA.agreementId}-${START}` },
    })
  })

  it('that a bill was corrected, for each time', async () => {
    const [bill] = await database.query('SELECT id FROM bill WHERE agreement_id = $1', [sideA.agreementId])
    for (const [log, net] of [
      [1, -5_000_000],
      [2, 250_000],
    ])
      await database.query(
        `INSERT INTO bill_revision (tx_hash, log_index, bill_id, consumer, retailer, grid, used_wh, reversed, lines, net, settled_at)
         SELECT '0xcc', $2, id, consumer, retailer, grid, '{}', '[]', '[]', $3, $4 FROM bill WHERE id = $1`,
        [bill?.['id'], log, net, DUE],
      )
    await notifyTwice(DUE + HOUR_S)
    const nets = (await told()).flatMap((notice) => (notice.kind === 'BillRevised' ? [notice.facts.net] : []))
    expect(nets.sort()).toEqual([-5_000_000n, 250_000n])
  })

  it('that a switch is done, when the next supply begins and not when it was cancelled', async () => {
    const begins = END + 28 * DAY_S
    const insert = (id: string, endedAt: number | null) =>
      database.query(
        `INSERT INTO agreement (id, consumer, retailer, offer_id, meter_id, start, contracted_wh, nonce, expiry, term_periods,
           deposit, settled_until, replaces, ended_at, tx_hash, signed_at)
         SELECT $1, consumer, $2, $3, meter_id, $4, contracted_wh, 7, 0, 12, 0, $4, id, $5, '0x07', 0 FROM agreement WHERE id = $6`,
        [id, sideB.retailer.toLowerCase(), sideB.offerId, begins, endedAt, sideA.agreementId],
      )
    await insert(SUCCESSOR, null)
    await insert(`0x${'5d'.repeat(32)}`, begins - DAY_S)
    await database.query('UPDATE agreement SET exit_fee = 9000000 WHERE id = $1', [sideA.agreementId])
    await notifyTwice(begins - 1)
    expect(await find('SwitchDone')).toBeUndefined()
    await notifyTwice(begins)
    const done = (await told()).filter(({ kind }) => kind === 'SwitchDone')
    const facts = { agreementId: SUCCESSOR, offer: 'Night B', former: 'Flat A', exitFee: 9_000_000n }
    expect(done).toMatchObject([{ at: begins, facts }])
  })
})

describe('a market that is new to notices', () => {
  it('tells of the last 40 days only, and nothing that is over', async () => {
    const before = await database.query('SELECT account, kind, subject, facts, at, made_at FROM notice')
    await database.query('DELETE FROM notice')
    await notifyTwice(END + 41 * DAY_S)
    // Signed, read and billed before that. What was in arrears is paid.
    expect(await kinds()).toEqual(['BillRevised', 'BillRevised', 'SwitchDone'])
    expect(await kinds(bo)).toEqual([])
    for (const row of before)
      await database.query(
        'INSERT INTO notice (account, kind, subject, facts, at, made_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
        [row['account'], row['kind'], row['subject'], row['facts'], row['at'], row['made_at']],
      )
  })
})

describe('a month that is about to leave its band', () => {
  const now = START + 10 * DAY_S

  beforeAll(async () => {
    // 3,984 Wh a day: 123.5 kWh in January, where 90 kWh are contracted and the band ends at 94.5.
    const days = Array.from({ length: 40 }, (_, index) => {
      const date = new Date(Date.UTC(2025, 11, 2 + index)).toISOString().slice(0, 10)
      const { qualities, ...day } = sampleDay(date, { importWh: 166 })
      return { ...day, meterId: sideA.meterId, quality: qualities, salt: new Uint8Array(32) }
    })
    await asWorker((tx) => saveIntervalDays(tx, days))
  })

  it('is said once, with what can still be used and what is at stake', async () => {
    expect(await warnOfPenalties(now)).toEqual({ told: 1, failures: [] })
    expect(await warnOfPenalties(now + HOUR_S)).toEqual({ told: 0, failures: [] })
    const risk = await find('PenaltyRisk')
    // Ten days were used: 94,500 − 39,840. What goes beyond the band: 123,504 − 94,500 = 29,004 Wh, at 717,074.6 instead of 555,970.
    expect(risk).toMatchObject({ at: now, facts: { standing: 'mayExceed', start: START, end: END, energy: 54_660n } })
    const { cost } = risk?.facts as { cost: bigint }
    expect(Math.abs(Number(cost) - 29.004 * (717_074.6 - 555_970))).toBeLessThan(3)
    expect(await kinds(bo)).not.toContain('PenaltyRisk')
  })

  it('is not said when it is too late', async () => {
    await database.query("DELETE FROM notice WHERE kind = 'PenaltyRisk'")
    expect(await warnOfPenalties(END - 3 * DAY_S + 1)).toEqual({ told: 0, failures: [] })
    expect(await warnOfPenalties(END - 3 * DAY_S)).toEqual({ told: 1, failures: [] })
  })
})

describe('a notice', () => {
  it('is seen by its member alone', async () => {
    const [mine] = await told()
    expect(await getNotice(ada!, mine!.id)).toEqual(mine)
    for (const other of [bo!, retailer!]) {
      expect(await getNotice(other, mine!.id)).toBeNull()
      const seen = await asViewer(other, (tx) => tx.notice.findMany({ select: { account: true } }))
      expect(seen.filter(({ account }) => account !== other.address.toLowerCase())).toEqual([])
    }
    expect(await asViewer(null, (tx) => tx.notice.count())).toBe(0)
    expect(await told(retailer)).toEqual([])
  })

  it('is read by its member alone, and once', async () => {
    const [mine] = await unreadNotices(ada!, 1)
    const unread = await countUnread(ada!)
    await readNotices(bo!, mine!.id, 5)
    expect(await countUnread(ada!)).toBe(unread)
    await readNotices(ada!, mine!.id, 6)
    await readNotices(ada!, mine!.id, 7)
    expect((await getNotice(ada!, mine!.id))?.readAt).toBe(6)
    expect(await countUnread(ada!)).toBe(unread - 1)
    await readNotices(ada!, undefined, 8)
    expect([await countUnread(ada!), (await countUnread(bo!)) > 0]).toEqual([0, true])
  })

  it('stands on one page only', async () => {
    const all = await told()
    const pages: string[] = []
    for (let after: string | null = null, turn = 0; turn < 20; turn++) {
      const page: Awaited<ReturnType<typeof noticesOf>> = await noticesOf(ada!, { after, limit: 3 })
      pages.push(...page.notices.map(({ id }) => id))
      after = page.after
      if (after === null) break
    }
    expect(pages).toEqual(all.map(({ id }) => id))
  })
})
