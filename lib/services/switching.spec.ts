/* eslint-disable max-lines -- One consumer’s story in order: each test begins where the one before ended. */
/** Switching, cancelling and ending, from a signature to rows, on a real chain and a real database; and who may not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_INDEX, demoAccount, demoConsumer, demoRetailer } from '@/lib/chain/demo-keys'
import { offerId } from '@/lib/chain/ids'
import { mintCall } from '@/lib/chain/intents/calls'
import { escrowAccountOf, termStateOf } from '@/lib/chain/read'
import { withDatabase } from '@/lib/db/testing/database'
import { agreementsOfConsumer, customersOfRetailer } from '@/lib/db/read/agreements'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { owedBy } from '@/lib/db/read/escrow'
import { getRelay } from '@/lib/db/read/relays'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { checkSwitch } from './check-switch'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { reconcile } from './reconcile'
import { addressOf, withMarket } from './testing/market'
import { follow, handIn, signSupply, valueOf, viewerOf, work } from './testing/supply'
import { switchingOn } from './testing/switching'
import { switchAgreement } from './switch-agreement'

withDatabase()
const { market } = withMarket()

const DAY_S = 86_400
const HOUR_S = 3_600
/** Months pass, and each is read, billed, paid and followed. */
const MONTHS_PATIENCE_MS = 240_000
const EXIT_FEE = micro(150_000_000n)
/** 1,000 kWh a month at 0.05: by hand. */
const DEPOSIT = 50_000_000n
const viewer = viewerOf(0)
const stranger = viewerOf(1)
const retailer = { address: addressOf(demoRetailer(0)) }
const rival = { address: addressOf(demoRetailer(1)) }

/** Signed first: no notice, an exit fee, seven days of cooling-off, six months. */
let first: Offer
/** Of the rival: thirty days of notice. */
let second: Offer

const { currentId, publish, wish, sign, trySwitch, tryEnd, permitFor } = switchingOn(market, () => offerId(second))
const starts = (month: number) => market().periods[month]!.start

beforeAll(async () => {
  await prepareJobs()
  first = await publish(0, { exitFee: EXIT_FEE, noticeDays: 0, coolingOffDays: 7, termPeriods: 6 }, 400_000n)
  second = await publish(1, { exitFee: EXIT_FEE, noticeDays: 30, coolingOffDays: 14, termPeriods: 12 }, 380_000n)
  await followOnce()
  for (const position of [0, 1]) await signSupply(market(), position, offerId(first))
}, 60_000)
afterAll(stopSender)

const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
const rowOf = async (id: Hex) => (await agreementsOfConsumer(viewer)).find((row) => row.id === id)!

describe('before supply, in the cooling-off days', () => {
  it('an agreement is undone by nobody but its consumer, and the one it was to replace goes on', async () => {
    const old = await currentId()
    const before = await escrowAccountOf(viewer.address)
    const sent = valueOf(await trySwitch())
    await follow()
    expect(await getRelay(viewer, sent.relayId)).toMatchObject({ status: 'followed', kind: 'switch' })
    expect(await rowOf(old)).toMatchObject({
      endsAt: starts(2),
      // It is in its own cooling-off days.
      exitFee: 0n,
      successor: sent.agreementId,
      endedAt: null,
    })
    expect(await rowOf(sent.agreementId)).toMatchObject({ start: starts(2), replaces: old, deposit: DEPOSIT })
    expect(await escrowAccountOf(viewer.address)).toEqual({
      free: before.free - DEPOSIT,
      locked: before.locked + DEPOSIT,
    })

    // Its retailer sees it and could name it; the signature is another's; the stranger sees nothing.
    expect(await tryEnd(sent.agreementId, {}, { signer: demoRetailer(1), viewer: rival })).toEqual(
      named('NotYourAccount'),
    )
    expect(await tryEnd(sent.agreementId, {}, { signer: demoConsumer(1) })).toEqual(named('SignatureInvalid'))
    expect(await tryEnd(sent.agreementId, {}, { signer: demoConsumer(1), viewer: stranger })).toEqual(
      named('AgreementUnknown'),
    )
    // What another is to follow cannot be undone under it.
    expect(await tryEnd(old)).toEqual(named('AgreementEnding'))

    const cancelled = valueOf(await tryEnd(sent.agreementId))
    expect(cancelled.ended).toEqual({ kind: 'undone', deposit: DEPOSIT, restores: old })
    await follow()
    expect(await getRelay(viewer, cancelled.relayId)).toMatchObject({ status: 'followed', kind: 'end' })
    const { timestamp } = await lastBlock()
    expect(await rowOf(sent.agreementId)).toMatchObject({ endedAt: timestamp })
    expect(await rowOf(old)).toMatchObject({ endsAt: null, exitFee: 0n, successor: null, endedAt: null })
    expect(await escrowAccountOf(viewer.address)).toEqual(before)
    expect(await currentId()).toBe(old)
  })
})

describe('a switch', () => {
  it('is refused by name, and before a wallet is asked', async () => {
    await market().moveTo(starts(0) + HOUR_S)
    for (const position of [0, 1]) valueOf(await handIn(market(), { position, month: 0, counted: 0n }))
    await follow()
    const old = await currentId()
    const cases: [string, Partial<Terms>][] = [
      // Another's meter, and another's agreement under one's own meter.
      ['NotMeterHolder', { meterId: market().meters[1]!.id }],
      ['NotSupplying', { replaces: await currentId(1) }],
      ['NotSupplying', { replaces: `0x${'07'.repeat(32)}` }],
      ['StartInPast', { start: starts(0) }],
      ['PeriodUnknown', { start: starts(2) + 1 }],
      ['OfferUnknown', { offerId: `0x${'07'.repeat(32)}` }],
      ['ContractedTooMuch', { contracted: Array.from({ length: 12 }, () => wh(1_000_000_000n)) }],
    ]
    for (const [name, changes] of cases) {
      expect(await trySwitch(changes), name).toEqual(named(name))
      expect(await checkSwitch(viewer, await wish(changes)), name).toEqual(named(name))
    }
    expect(await trySwitch({}, { signer: demoConsumer(1) })).toEqual(named('SignatureInvalid'))
    expect(await trySwitch({}, { viewer: stranger })).toEqual(named('NotYourAccount'))
    expect(await trySwitch({ expiry: starts(0) })).toEqual(named('IntentExpired'))
    // The old one has six months: the seventh has no start.
    expect(await trySwitch({ start: market().periods.at(-1)!.end })).toEqual(named('PeriodUnknown'))
    expect(await currentId()).toBe(old)
    expect(await rowOf(old)).toMatchObject({ endsAt: null })
  })

  it('costs the exit fee after the cooling-off days, counts once, and cannot be doubled', async () => {
    const old = await currentId()
    expect(valueOf(await checkSwitch(viewer, await wish()))).toEqual({ deposit: DEPOSIT, missing: 0n })
    const terms = await wish()
    const given = { terms, signature: await sign(terms), permit: null }
    const sent = valueOf(await switchAgreement(viewer, given))
    // Before it is mined: the same signature is the same request, and another has to wait.
    expect(valueOf(await switchAgreement(viewer, given))).toEqual(sent)
    expect(await trySwitch({ start: starts(3) })).toEqual(named('SigningUnderWay'))
    await follow()
    expect(await rowOf(old)).toMatchObject({ endsAt: starts(2), exitFee: EXIT_FEE, successor: sent.agreementId })
    expect(valueOf(await switchAgreement(viewer, given))).toEqual(sent)
    expect(await trySwitch({ start: starts(3) })).toEqual(named('AgreementEnding'))
    expect(await tryEnd(old)).toEqual(named('AgreementEnding'))
    const replayed = { ...terms, start: starts(3) }
    expect(await switchAgreement(viewer, { terms: replayed, signature: given.signature, permit: null })).toEqual(
      named('InvalidAccountNonce'),
    )
  })

  it('shows the retailer that loses and the one that wins, each its own side', async () => {
    const [leaving] = (await customersOfRetailer(retailer)).filter(({ consumer: who }) => who === viewer.address)
    expect(leaving).toMatchObject({ endsAt: starts(2), exitFee: EXIT_FEE })
    const coming = (await customersOfRetailer(rival)).filter(({ endedAt }) => endedAt === null)
    expect(coming).toMatchObject([{ consumer: viewer.address, start: starts(2), replaces: leaving!.id }])
  })

  it(
    'hands the meter over with the last bill: fee in it, deposit back, and the next month is the new supplier’s',
    async () => {
      const old = await currentId()
      const next = (await termStateOf(old))!.successor!
      const counted = [200_000n, 400_000n, 600_000n]
      for (const [index, each] of counted.entries()) {
        await market().moveTo(starts(index + 1) + HOUR_S)
        for (const position of [0, 1]) {
          valueOf(await handIn(market(), { position, month: index + 1, counted: each }))
          await follow()
          await work(market())
        }
      }
      const bills = (await billsOfConsumer(viewer)).sort((a, b) => a.start - b.start)
      // 1,000 kWh at 0.4 and 0.1263 of network; then the same with the fee of 150; then at 0.38 from the rival.
      expect(bills.map(({ agreementId: of, total }) => [of, total])).toEqual([
        [old, 526_300_000n],
        [old, 676_300_000n],
        [next, 506_300_000n],
      ])
      expect(await rowOf(old)).toMatchObject({ endedAt: starts(2), periods: 2 })
      expect(await rowOf(next)).toMatchObject({ endedAt: null, periods: 1 })
      expect(await currentId()).toBe(next)
      // All the money of the beginning, less the bills, less the one deposit that is left. By hand.
      const locked = DEPOSIT
      const paid = 526_300_000n + 676_300_000n + 506_300_000n
      expect(await escrowAccountOf(viewer.address)).toEqual({ free: 2_000_000_000n - paid - locked, locked })
      expect((await reconcile()).holds).toBe(true)
    },
    MONTHS_PATIENCE_MS,
  )
})

describe('ending with notice', () => {
  it('is refused when the notice is too short, by name and with the earliest instant', async () => {
    const id = await currentId()
    await market().moveTo(starts(4) - 29 * DAY_S)
    const refused = await tryEnd(id, { endsAt: starts(4) })
    expect(refused).toEqual(named('NoticeTooShort'))
    expect(await trySwitch({ offerId: offerId(first), start: starts(4), replaces: id })).toEqual(
      named('NoticeTooShort'),
    )
    expect(await tryEnd(id, { endsAt: starts(5) + 1 })).toEqual(named('PeriodUnknown'))
  })

  it('goes through for the month after, with the fee, and leaves no successor', async () => {
    const id = await currentId()
    const sent = valueOf(await tryEnd(id, { endsAt: starts(5) }))
    expect(sent.ended).toEqual({ kind: 'cut', endsAt: starts(5), exitFee: EXIT_FEE })
    await follow()
    expect(await rowOf(id)).toMatchObject({ endsAt: starts(5), exitFee: EXIT_FEE, successor: null })
    expect(await tryEnd(id, { endsAt: starts(5) })).toEqual(named('AgreementEnding'))
  })
})

describe('a switch while something is owed', () => {
  it(
    'goes through: money that comes pays the debt first, and the deposit needs what is left',
    async () => {
      const id = await currentId(1)
      // 400 kWh a register and month, and four months of bills: more than there is.
      for (const index of [3]) {
        await market().moveTo(starts(index + 1) + HOUR_S)
        valueOf(await handIn(market(), { position: 1, month: index + 1, counted: 2_600_000n }))
        await follow()
        await work(market())
      }
      const { free } = await escrowAccountOf(stranger.address)
      expect(free).toBe(0n)
      const terms = await wish({ start: starts(5) }, 1)
      const bills = await billsOfConsumer(stranger)
      const owed = bills.reduce((sum, { missing }) => sum + missing, 0n)
      expect(owed).toBeGreaterThan(0n)
      // The deposit was drawn on for the bill, so nothing of it is left to come back.
      expect(valueOf(await checkSwitch(stranger, terms))).toEqual({ deposit: DEPOSIT, missing: DEPOSIT + owed })
      const signature = await sign(terms, demoConsumer(1))
      const attempt = async (amount: bigint | null) =>
        switchAgreement(stranger, { terms, signature, permit: amount === null ? null : await permitFor(1, amount) })
      expect(await attempt(null)).toEqual(named('InsufficientFree'))
      await market().send(
        demoAccount(DEMO_INDEX.deployer),
        mintCall(market().deployment.contracts, stranger.address, micro(DEPOSIT + owed)),
      )
      expect(await attempt(DEPOSIT + owed - 1n)).toEqual(named('InsufficientFree'))
      const sent = valueOf(await attempt(DEPOSIT + owed))
      await follow()
      expect(await owedBy(stranger)).toEqual([])
      expect(await escrowAccountOf(stranger.address)).toEqual({ free: 0n, locked: DEPOSIT })
      expect((await termStateOf(id))!.successor).toBe(sent.agreementId)
      expect((await reconcile()).holds).toBe(true)
    },
    MONTHS_PATIENCE_MS,
  )
})

async function lastBlock(): Promise<{ timestamp: number }> {
  const block = (await market().rpc('eth_getBlockByNumber', 'latest', false)) as { timestamp: Hex }
  return { timestamp: Number(block.timestamp) }
}
