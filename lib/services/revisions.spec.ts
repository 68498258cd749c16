/**
 * Estimated reads, bills, and the true reads that come later through the service, on a real chain and a real database. Two customers
 * of one offer use the same: one is billed on estimates that are corrected, its twin on true reads. In the end nobody can tell them
 * apart (P3), but for what is still owed. The sums were computed by themselves from SPEC section 7, in exact fractions.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoRetailer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { meterStateHash, openBillHash } from '@/lib/chain/ids'
import { withdrawalTypedData } from '@/lib/chain/intents/withdrawal'
import { escrowAccountOf, meterStateOf, noncesOf, openBillOf } from '@/lib/chain/read'
import { getBill } from '@/lib/db/read/bill'
import { billsOfConsumer, billsOfRetailer, incomeOfBills } from '@/lib/db/read/billing'
import { movementsOf, owedBy } from '@/lib/db/read/escrow'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { getRelay } from '@/lib/db/read/relays'
import { withDatabase } from '@/lib/db/testing/database'
import { NOT_ATTESTED } from '@/lib/domain/offers/determinants'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { correctReads } from './correct-reads'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { reconcile } from './reconcile'
import { recordRead } from './record-read'
import { reviseBills } from './revise-bills'
import { settlePeriod } from './settle-period'
import { addressOf, withMarket } from './testing/market'
import { follow, handIn, monthRead, signSupply, viewerOf, work } from './testing/supply'
import { withdraw } from './withdraw'

const database = withDatabase()
const { market } = withMarket()

const [MILL, TWIN] = [0, 1]
const retailer = { address: addressOf(demoRetailer(0)) }
const relayer = { address: addressOf(demoAccount(DEMO_INDEX.relayer)) }
/** Energy that each of the five registers has counted since the start, by month: 900, 1,150, 1,000 and 1,000 kWh. */
const TRUE = [0n, 180_000n, 410_000n, 610_000n]
const now = () => Math.floor(Date.now() / 1000)

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
  for (const position of [MILL, TWIN]) await signSupply(market(), position)
  await market().moveTo(market().periods[0]!.start + 60)
  for (const position of [MILL, TWIN]) expect(await hand(position, 0, 0n)).toMatchObject({ ok: true })
  await follow()
}, 120_000)
afterAll(stopSender)

const hand = (position: number, month: number, counted: bigint, quality?: Read['quality']) =>
  handIn(market(), { position, month, counted, quality })
const readAt = (month: number, counted: bigint, quality?: Read['quality']) =>
  monthRead(market(), { position: MILL, month, counted, quality })

const billsOf = async (position: number) => (await billsOfConsumer(viewerOf(position))).reverse()
const linesOf = async (position: number, month: number) => {
  const bill = (await billsOf(position))[month - 1]!
  return (await getBill(viewerOf(position), bill.id))!.lines
}
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })

/** Free money of a customer, and what others owe it. */
async function worthOf(position: number): Promise<bigint> {
  const { address } = viewerOf(position)
  const [row] = await database.query(
    'SELECT coalesce(sum(amount - paid), 0)::text AS owed FROM debt WHERE creditor = $1',
    [address],
  )
  return (await escrowAccountOf(address)).free + BigInt(String(row!.owed))
}

describe('a bill from an estimated read', () => {
  it('is marked, and can be made again', async () => {
    await market().moveTo(market().periods[0]!.end + 60)
    expect(await hand(MILL, 1, 240_000n, 'Estimated')).toMatchObject({ ok: true })
    expect(await hand(TWIN, 1, TRUE[1]!)).toMatchObject({ ok: true })
    await work(market())
    const [bill] = await billsOf(MILL)
    expect(bill).toMatchObject({ total: 660_176_190n, estimated: true, revisedAt: null })
    const [twin] = await billsOf(TWIN)
    expect(twin).toMatchObject({ total: 474_670_000n, estimated: false, revisedAt: null })
    const reads = { opening: readAt(0, 0n), closing: readAt(1, 240_000n, 'Estimated') }
    const open = openBillHash({ ...reads, exit: false, indexCost: NOT_ATTESTED })
    expect(await openBillOf(bill!.agreementId as Hex, 0)).toBe(open)
    expect(await reviseBills(now())).toBe(0)
  })

  it('stays as it is while only estimates come, and what is no true read of its meter is refused by name', async () => {
    expect(await hand(MILL, 1, 200_000n, 'Substituted')).toEqual(named('ReadReplayed'))
    const read = readAt(1, TRUE[1]!)
    const foreign = await market().meters[TWIN]!.key.sign(read)
    expect(await recordRead({ read, signature: foreign })).toEqual(named('ReadSignatureInvalid'))
    // A measured read stays: another one for its instant is only a late one.
    expect(await hand(TWIN, 1, 170_000n)).toEqual(named('ReadReplayed'))
  })
})

describe('a true read that comes after the next month was billed', () => {
  let request = ''

  it('is taken once, and both bills are made again', async () => {
    await market().moveTo(market().periods[1]!.end + 60)
    for (const position of [MILL, TWIN]) expect(await hand(position, 2, TRUE[2]!)).toMatchObject({ ok: true })
    await work(market())
    expect((await billsOf(MILL)).map(({ total }) => total)).toEqual([660_176_190n, 449_355_000n])
    await withdrawAll()
    const first = await hand(MILL, 1, TRUE[1]!)
    expect(await hand(MILL, 1, TRUE[1]!)).toEqual(first)
    request = first.ok ? first.value : ''
    await work(market())
    expect(await getRelay(relayer, request)).toMatchObject({ status: 'followed', txHash: expect.any(String) })
    // Handed in again it is the same request, and has no second effect.
    expect(await hand(MILL, 1, TRUE[1]!)).toEqual({ ok: true, value: request })
  })

  it('P3: the sum of the runs is the bill on true reads, line by line', async () => {
    const [january, february] = await billsOf(MILL)
    expect(january).toMatchObject({ firstTotal: 660_176_190n, total: 474_670_000n, estimated: false, excessWh: 0n })
    expect(february).toMatchObject({ firstTotal: 449_355_000n, total: 624_322_460n, excessWh: 100_000n })
    for (const month of [1, 2]) expect(await linesOf(MILL, month)).toEqual(await linesOf(TWIN, month))
    const { runs, firstReads } = (await getBill(viewerOf(MILL), january!.id))!
    expect(runs).toMatchObject([{ net: -185_506_190n }])
    expect(firstReads?.closing).toEqual(readAt(1, 240_000n, 'Estimated'))
    expect(runs[0]?.reads?.closing).toEqual(readAt(1, TRUE[1]!))
    expect(await openBillOf(january!.agreementId as Hex, 0)).toBeNull()
    expect(await openBillOf(january!.agreementId as Hex, 1)).toBeNull()
  })

  it('gives the money back: a retailer that has spent it owes it, and pays with what comes in', async () => {
    // Of January the retailer owed 166.56119; February brought it 149.70746.
    expect(await owedBy(retailer)).toMatchObject([{ creditor: viewerOf(MILL).address, open: 16_853_730n }])
    expect(await worthOf(MILL)).toBe(await worthOf(TWIN))
    const [january] = await billsOf(MILL)
    const refunds = (await movementsOf(viewerOf(MILL))).filter(({ kind }) => kind === 'refund')
    // The grid had its part: 132.615 less 113.67.
    expect(refunds).toMatchObject([{ amount: 18_945_000n, billId: january!.id }])
    const income = await incomeOfBills(retailer)
    const bills = await billsOfRetailer(retailer)
    const incomeOf = (position: number) =>
      bills.filter(({ consumer }) => consumer === viewerOf(position).address).map(({ id }) => income.get(id))
    expect(incomeOf(MILL)).toEqual(incomeOf(TWIN))
    expect((await reconcile()).checks.filter(({ holds }) => !holds)).toEqual([])
  })

  it('does nothing more however often it is run', async () => {
    expect([await correctReads(), await reviseBills(now())]).toEqual([0, 0])
    expect(await database.query('SELECT count(*)::int AS runs FROM bill_revision')).toEqual([{ runs: 2 }])
  })
})

describe('a true read that comes while its estimate still waits or is under way', () => {
  it('takes its place, however the two cross, and is the read that the meter goes on from', async () => {
    await market().moveTo(market().periods[2]!.end + 60)
    expect(await hand(MILL, 3, 530_000n, 'Estimated')).toMatchObject({ ok: true })
    expect(await settlePeriod(market().periods[2]!.end)).toBe(1) // Handed to the relayer with the estimate.
    const taken = await hand(MILL, 3, TRUE[3]!)
    expect(taken).toMatchObject({ ok: true })
    expect(await hand(TWIN, 3, TRUE[3]!)).toMatchObject({ ok: true })
    await work(market())
    const march = (await billsOf(MILL))[2]!
    expect(march).toMatchObject({ firstTotal: 322_780_000n, total: 526_300_000n, estimated: false })
    expect(await linesOf(MILL, 3)).toEqual(await linesOf(TWIN, 3))
    expect(await getRelay(relayer, taken.ok ? taken.value : '')).toMatchObject({ status: 'followed' })
    const { id, meter } = market().meters[MILL]!
    expect(await meterStateOf(id)).toBe(meterStateHash(meter, readAt(3, TRUE[3]!)))
    expect(await worthOf(MILL)).toBe(await worthOf(TWIN))
    expect((await reconcile()).checks.filter(({ holds }) => !holds)).toEqual([])
  })

  it('raises no alarm and leaves nothing refused', async () => {
    expect(await database.query('SELECT kind, facts FROM alarm')).toEqual([])
    expect(await refusedRunsOf(viewerOf(MILL), 'revision')).toEqual([])
  })
})

/** The retailer takes all it has earned so far out of the market. */
async function withdrawAll(): Promise<void> {
  const { chainId, contracts } = market().deployment
  const { free: amount } = await escrowAccountOf(retailer.address)
  const { withdrawal: nonce } = await noncesOf(retailer.address)
  const withdrawal = {
    account: retailer.address,
    to: retailer.address,
    amount,
    nonce,
    expiry: market().periods[5]!.end,
  }
  const signature = await demoRetailer(0).signTypedData(
    withdrawalTypedData({ chainId, escrow: contracts.Escrow }, withdrawal),
  )
  expect(await withdraw(retailer, { withdrawal, signature })).toMatchObject({ ok: true })
  await follow()
}
