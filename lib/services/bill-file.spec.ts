/**
 * Files of bills, checked as a browser checks them: on a real chain, from rows that were followed from it. Bills on measured reads, from
 * both kinds of meter key; bills made from estimates and made again; a closed contract year whose true-up was made again.
 */
import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BillMarket } from '@/lib/chain/coding/bill/chain-word'
import { askWord, type AskNode } from '@/lib/chain/coding/bill/ask'
import { checkBill } from '@/lib/chain/coding/bill/check-bill'
import { billFileText, parseBillFile, type BillFile } from '@/lib/chain/coding/bill/file'
import { findingOf, type BillCheck } from '@/lib/chain/coding/bill/findings'
import { mutations } from '@/lib/chain/coding/bill/mutations.sample'
import { offerToStruct } from '@/lib/chain/coding/offer'
import { termsToWords } from '@/lib/chain/coding/terms'
import { agreementBookAbi } from '@/lib/chain/contracts'
import { demoConsumer, demoRetailer } from '@/lib/chain/demo-keys'
import { offerId } from '@/lib/chain/ids'
import { publishOfferCall } from '@/lib/chain/intents/calls'
import { noncesOf } from '@/lib/chain/read'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { withDatabase } from '@/lib/db/testing/database'
import { typicalMonth } from '@/lib/domain/offers/determinants'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, microPerKwh } from '@/lib/domain/units/units'
import { billFile } from './bill-file'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { addressOf, withMarket } from './testing/market'
import { follow, handIn, signSupply, valueOf, viewerOf, work } from './testing/supply'

withDatabase()
const { market } = withMarket()

const [MILL, TWIN] = [0, 1]
const MONTHS = 2
let trusted: BillMarket

const ask: AskNode = (calls) => Promise.all(calls.map(({ method, params }) => market().rpc(method, ...params)))
const hand = async (position: number, month: number, counted: bigint, quality?: 'Estimated') =>
  valueOf(await handIn(market(), { position, month, counted, quality }))
const billIds = async (position: number) => (await billsOfConsumer(viewerOf(position))).reverse().map(({ id }) => id)

async function fileOf(position: number, month: number): Promise<BillFile> {
  const file = await billFile(viewerOf(position), (await billIds(position))[month - 1]!)
  // As it is given to people: through its text.
  return valueOf(parseBillFile(billFileText(file!)))
}

async function checked(file: BillFile) {
  const word = await askWord(file, trusted, ask)
  expect(word).not.toBeNull()
  return { ...(await checkBill(file, trusted, word)), word: word! }
}

const notRight = (checks: readonly BillCheck[]) =>
  checks
    .filter((check) => findingOf(check) !== 'right')
    .map(({ name, run, kind, again, chain }) => ({ name, run, kind, again, chain }))

const pricing = { formula: 'Flat', params: { price: microPerKwh(400_000n) } } as const

async function publish(offer: Offer, name: string): Promise<Hex> {
  const registers = market().meters[0]!.opening.importWh
  const examples = suggestExamples({ pricing, priceCap: offer.priceCap }, typicalMonth({ registers }))
  await market().send(demoRetailer(0), publishOfferCall(market().deployment.contracts, { offer, name, examples }))
  await followOnce()
  return offerId(offer)
}

/** By its customer's signature, at the end of the second month. */
async function endTwin(offer: Offer): Promise<void> {
  const { chainId, contracts: at } = market().deployment
  const { agreement } = await fileOf(TWIN, 1)
  const [first, second] = [market().periods[0]!, market().periods[1]!]
  const account = demoConsumer(TWIN)
  const { agreement: nonce } = await noncesOf(viewerOf(TWIN).address)
  const ending = { agreementId: agreement.id, endsAt: second.end, nonce, expiry: second.end }
  const signature = await account.signTypedData({
    domain: { name: 'Switchyard', version: '1', chainId, verifyingContract: at.AgreementBook },
    types: {
      Ending: [
        { name: 'agreementId', type: 'bytes32' },
        { name: 'endsAt', type: 'uint40' },
        { name: 'nonce', type: 'uint256' },
        { name: 'expiry', type: 'uint40' },
      ],
    },
    primaryType: 'Ending',
    message: ending,
  })
  const args = [offerToStruct(offer), termsToWords(agreement.terms), first.end, ending, signature] as const
  const data = encodeFunctionData({ abi: agreementBookAbi, functionName: 'end', args })
  await market().send(demoRetailer(0), { to: at.AgreementBook, data })
  await followOnce()
}

beforeAll(async () => {
  await prepareJobs()
  trusted = market().deployment
  const plain = market().offer
  const yearly = { ...plain, termPeriods: MONTHS, deviation: { ...plain.deviation, ruleBasis: 'Annual' as const } }
  const leaving = { ...plain, exitFee: micro(25_000_000n), noticeDays: 0, coolingOffDays: 0 }
  await signSupply(market(), MILL, await publish(yearly, 'Steady for a year'))
  await signSupply(market(), TWIN, await publish(leaving, 'Steady, dear to leave'))
  await market().moveTo(market().periods[0]!.start + 60)
  for (const position of [MILL, TWIN]) await hand(position, 0, 0n)
  await follow()
  await market().moveTo(market().periods[0]!.end + 60)
  await hand(MILL, 1, 280_000n, 'Estimated')
  await hand(TWIN, 1, 240_000n)
  await work(market())
  await endTwin(leaving)
}, 240_000)
afterAll(stopSender)

describe('the file of a bill', () => {
  it('is right for a bill on measured reads, of a meter with a P-256 key', async () => {
    const file = await fileOf(TWIN, 1)
    const { checks, verdict } = await checked(file)
    expect([verdict, notRight(checks)]).toEqual(['right', []])
    // 1,000 kWh contracted, 1,200 used: 1,050 kWh at 0.4 and 0.1263, 150 kWh at 0.651886 × 1.1.
    expect(file.total).toBe(552_615_000n + 107_561_190n)
    expect(checks.filter(({ name }) => name === 'signature')).toHaveLength(2)
  })

  it('is right while the bill rests on an estimate, which it marks', async () => {
    const file = await fileOf(MILL, 1)
    expect(file.runs[0].closing.quality).toBe('Estimated')
    expect(await checked(file)).toMatchObject({ verdict: 'right' })
    expect(file.year).toBeNull()
  })

  it('is right for the bill that closes the year, and says when a newer run took its place', async () => {
    await market().moveTo(market().periods[1]!.end + 60)
    await hand(MILL, 2, 460_000n, 'Estimated')
    await hand(TWIN, 2, 400_000n)
    await work(market())
    const before = await fileOf(MILL, 2)
    expect(before.year?.map(({ index, runs }) => [index, runs.length])).toEqual([[0, 1]])
    expect(before.runs[0].lines.map(({ kind }) => kind)).toContain('AnnualExcess')
    expect(await checked(before)).toMatchObject({ verdict: 'right' })

    await hand(MILL, 1, 180_000n)
    await work(market())
    expect(await checked(before)).toMatchObject({ verdict: 'superseded' })
    const first = await fileOf(MILL, 1)
    expect(first.runs.map(({ kind }) => kind)).toEqual(['settled', 'revised'])
    expect(notRight((await checked(first)).checks)).toEqual([])

    await hand(MILL, 2, 410_000n)
    await work(market())
    const closing = await fileOf(MILL, 2)
    const kinds = closing.runs.map(({ kind }) => kind)
    expect([kinds[0], kinds.includes('revised'), kinds.includes('trueUp')]).toEqual(['settled', true, true])
    const { checks, verdict } = await checked(closing)
    expect([verdict, notRight(checks)]).toEqual(['right', []])
    // 1,150 kWh at 0.5263; 2,050 kWh in the year are within the band.
    expect(closing.total).toBe(605_245_000n)
  })

  it('is right for the last bill, with its exit fee', async () => {
    const file = await fileOf(TWIN, 2)
    expect([file.exit, file.agreement.endsHere]).toEqual([true, true])
    const { checks, verdict } = await checked(file)
    expect([verdict, notRight(checks)]).toEqual(['right', []])
    // 800 kWh at 0.5263, 150 kWh below the band at 0.02, and 25 for leaving early.
    expect(file.total).toBe(421_040_000n + 3_000_000n + 25_000_000n)
    // The bill before it was not the last.
    expect(await checked(await fileOf(TWIN, 1))).toMatchObject({ verdict: 'right' })
  })

  it('without a chain is recomputed whole, and only what the chain would say stays open', async () => {
    const file = await fileOf(MILL, 2)
    const { checks, verdict } = await checkBill(file, trusted, null)
    expect(verdict).toBe('uncompared')
    expect(checks.filter(({ again }) => again === 'wrong')).toEqual([])
    const lines = checks.filter(({ name }) => name === 'line')
    expect(lines.every(({ again, chain }) => again === 'right' && chain === 'unknown')).toBe(true)
  })

  it.each([
    ['with an exit fee', TWIN, 2],
    ['that was made again', MILL, 1],
    ['that closes a year', MILL, 2],
  ] as const)('with any one field changed is red or no file: a bill %s', async (_, position, month) => {
    const file = await fileOf(position, month)
    const { word } = await checked(file)
    const survivors: string[] = []
    const all = mutations(billFileText(file))
    for (const { path, text } of all) {
      const parsed = parseBillFile(text)
      if (!parsed.ok) continue
      const { verdict } = await checkBill(parsed.value, trusted, word)
      if (verdict !== 'wrong') survivors.push(`${path}: ${verdict}`)
    }
    expect(all.length).toBeGreaterThan(150)
    expect(survivors).toEqual([])
  })

  it('is nobody else’s: another consumer, the retailer and a stranger get none', async () => {
    const [id] = await billIds(MILL)
    expect(await billFile(viewerOf(MILL), id!)).not.toBeNull()
    for (const address of [viewerOf(TWIN).address, addressOf(demoRetailer(0)), `0x${'11'.repeat(20)}`])
      expect(await billFile({ address }, id!)).toBeNull()
    expect(await billFile(viewerOf(MILL), 'no bill at all')).toBeNull()
  })
})
