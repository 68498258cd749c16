/** A contract year on annual basis on a real chain, followed into a real database: the bill that closes it, and who is told what. */
import { beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoConsumer, demoRetailer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { offerId } from '@/lib/chain/ids'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { depositCall, publishOfferCall, recordReadCall, settleCall, signCall } from '@/lib/chain/intents/calls'
import { permitTypedData } from '@/lib/chain/intents/permit'
import { correctReadCall, reviseCall } from '@/lib/chain/intents/revision'
import { escrowAccountOf, noncesOf, tokenDomain } from '@/lib/chain/read'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { withDatabase } from '@/lib/db/testing/database'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Read } from '@/lib/domain/metering/read'
import { NOT_ATTESTED, typicalMonth } from '@/lib/domain/offers/determinants'
import type { Offer } from '@/lib/domain/offers/offer'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { followOnce } from './follow/follow'
import { reconcile } from './reconcile'
import { addressOf, tableFor, withMarket } from './testing/market'

const database = withDatabase()
const { market } = withMarket()

const relayer = demoAccount(DEMO_INDEX.relayer)
const MONTHS = 2
/** 1,000 kWh a month are contracted: the year's band is 1,900 to 2,100 kWh. */
const CONTRACTED = wh(1_000_000n)
let offer: Offer

/** Deposits 1,500, and signs for the two months. */
async function sign(position: number): Promise<Terms> {
  const { chainId, contracts: at } = market().deployment
  const account = demoConsumer(position)
  const consumer = addressOf(account)
  const [first] = market().periods
  const { agreement, permit: nonce } = await noncesOf(consumer)
  const permit = { owner: consumer, spender: at.Escrow, value: micro(1_500_000_000n), nonce, deadline: first!.end }
  const permitted = await account.signTypedData(permitTypedData(tokenDomain(), permit))
  const paid = { amount: permit.value, deadline: permit.deadline, signature: permitted }
  await market().send(relayer, depositCall(at, consumer, paid))
  const terms: Terms = {
    consumer,
    offerId: offerId(offer),
    meterId: market().meters[position]!.id,
    start: first!.start,
    contracted: Array.from({ length: 12 }, () => CONTRACTED),
    replaces: ZERO_HASH,
    nonce: agreement,
    expiry: first!.start,
  }
  const signature = await account.signTypedData(agreementTypedData({ chainId, agreementBook: at.AgreementBook }, terms))
  await market().send(relayer, signCall(at, { offer, terms, signature }))
  return terms
}

/** The meter's next read: `used` Wh more in the flat register. */
function next(last: Read, time: number, used: bigint): Read {
  const [sharp, peak, flat, valley, deep] = last.importWh
  return { ...last, time, sequence: last.sequence + 1, importWh: [sharp, peak, wh(flat + used), valley, deep] }
}

/** The read that opens supply, then two months of `each` Wh. */
async function settle(position: number, terms: Terms, each: bigint): Promise<void> {
  const { contracts: at } = market().deployment
  const { meter, key, opening } = market().meters[position]!
  let last = next(opening, terms.start, 0n)
  const first = { meter, last: opening, next: last, signature: await key.sign(last) }
  await market().send(relayer, recordReadCall(at, first))
  for (let index = 0; index < MONTHS; index++) {
    const { start, end } = market().periods[index]!
    const closing = next(last, end, each)
    const item = {
      terms,
      meter,
      opening: last,
      closing,
      index,
      exit: false,
      surplus: false,
      signature: await key.sign(closing),
    }
    await market().send(relayer, settleCall(at, { table: tableFor(start, end), offer, items: [item] }))
    last = closing
  }
}

/** The same with both closing reads estimated, `over` Wh too high; each true read comes before the next month is settled. */
async function settleEstimates(position: number, terms: Terms, each: bigint, over: readonly bigint[]): Promise<void> {
  const { contracts: at } = market().deployment
  const { meter, key, opening } = market().meters[position]!
  let last = next(opening, terms.start, 0n)
  await market().send(
    relayer,
    recordReadCall(at, { meter, last: opening, next: last, signature: await key.sign(last) }),
  )
  for (let index = 0; index < MONTHS; index++) {
    const { start, end } = market().periods[index]!
    const table = tableFor(start, end)
    const estimated: Read = { ...next(last, end, each + over[index]!), quality: 'Estimated' }
    const item = { terms, meter, opening: last, closing: estimated, index, exit: false, surplus: false }
    const signed = { ...item, signature: await key.sign(estimated) }
    await market().send(relayer, settleCall(at, { table, offer, items: [signed] }))
    const measured = { ...next(last, end, each), sequence: estimated.sequence + 1 }
    const signature = await key.sign(measured)
    await market().send(relayer, correctReadCall(at, { meter, last: estimated, estimated, measured, signature }))
    const old = { opening: last, closing: estimated, exit: false, indexCost: NOT_ATTESTED }
    const yearTable = index + 1 === MONTHS ? table : null
    const revision = { terms, index, meter, last: measured, old, next: { opening: last, closing: measured }, yearTable }
    await market().send(relayer, reviseCall(at, { table, offer, item: revision }))
    last = measured
  }
}

beforeAll(async () => {
  const { contracts: at } = market().deployment
  const plain = market().offer
  offer = { ...plain, termPeriods: MONTHS, deviation: { ...plain.deviation, ruleBasis: 'Annual' } }
  const pricing = { formula: 'Flat', params: { price: microPerKwh(400_000n) } } as const
  const [registers] = market().meters.map(({ opening }) => opening.importWh)
  const examples = suggestExamples({ pricing, priceCap: offer.priceCap }, typicalMonth({ registers: registers! }))
  await market().send(demoRetailer(0), publishOfferCall(at, { offer, name: 'Steady for a year', examples }))
  const signed = [await sign(0), await sign(1)] as const
  await market().moveTo(market().periods[MONTHS - 1]!.end + 60)
  await settle(0, signed[0], 1_200_000n)
  await settleEstimates(1, signed[1], 900_000n, [100_000n, 50_000n])
  await followOnce()
}, 120_000)

const billsOf = (position: number) => billsOfConsumer({ address: addressOf(demoConsumer(position)) })

describe('a contract year', () => {
  it('charges months at the agreed price and the excess of the year with its last bill', async () => {
    const [last, first] = await billsOf(0)
    // 1,200 kWh at 0.4 and 0.1263.
    expect(first).toMatchObject({ total: 631_560_000n, penalty: 0n, excessWh: 0n })
    // 300 kWh at 0.7170746 less 0.5263.
    expect(last).toMatchObject({ total: 688_792_380n, penalty: 57_232_380n, excessWh: 300_000n, shortfallWh: 0n })
  })

  it('charges the penalty on the shortfall of the year', async () => {
    const [last, first] = await billsOf(1)
    // 1,000 kWh were estimated, 900 measured.
    expect(first).toMatchObject({ firstTotal: 526_300_000n, total: 473_670_000n, penalty: 0n })
    // 950 kWh were estimated; the month before was 900 by then: 50 kWh at 0.02.
    // Then 900 as well: 100 kWh at 0.02.
    const now = { total: 475_670_000n, penalty: 2_000_000n, excessWh: 0n, shortfallWh: 100_000n }
    expect(last).toMatchObject({ firstTotal: 500_985_000n, ...now })
  })

  it('P3: is made again from true reads, with its last bill', async () => {
    // 900 kWh a month at 0.5263, and 100 kWh at 0.02.
    const rows = await database.query(
      `SELECT net::text, cardinality(used_wh) AS registers, jsonb_array_length(reversed) AS reversed,
        jsonb_array_length(lines) AS lines FROM bill_revision ORDER BY bill_revision.net`,
    )
    expect(rows).toEqual([
      { net: '-52630000', registers: 5, reversed: 2, lines: 2 },
      { net: '-26315000', registers: 5, reversed: 2, lines: 2 },
      { net: '1000000', registers: 0, reversed: 1, lines: 1 },
    ])
    const account = await escrowAccountOf(addressOf(demoConsumer(1)))
    expect(account).toEqual({ free: 1_500_000_000n - 949_340_000n, locked: 0n })
  })

  it('is what our own rule says of the bills before', async () => {
    expect(await database.query('SELECT kind, facts FROM alarm')).toEqual([])
  })

  it('P1, P2, P11, P12: every unit adds up, and rows equal contracts', async () => {
    const { checks, sums } = await reconcile()
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
    expect([sums.excessBills, sums.shortfallBills]).toEqual([1, 1])
  })
})
