/** Intents from signature to state, on a real chain and a real database; and each way in which one is refused, by name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoConsumer, demoRetailer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { agreementId, meterStateHash } from '@/lib/chain/ids'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { withdrawOfferCall } from '@/lib/chain/intents/calls'
import { permitTypedData, type SignedPermit } from '@/lib/chain/intents/permit'
import { withdrawalTypedData } from '@/lib/chain/intents/withdrawal'
import {
  agreementStateOf,
  escrowAccountOf,
  meterStateOf,
  noncesOf,
  tokenBalanceOf,
  tokenDomain,
} from '@/lib/chain/read'
import { withDatabase } from '@/lib/db/testing/database'
import { deposit as depositOf } from '@/lib/domain/agreements/deposit'
import type { Terms } from '@/lib/domain/agreements/terms'
import { getRelay } from '@/lib/db/read/relays'
import { accountOf, owedBy } from '@/lib/db/read/escrow'
import { earliestDue, leftOpen } from '@/lib/domain/settlement/left-open'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { skippedOf } from '@/lib/db/read/settlement'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { micro, wh, type Micro } from '@/lib/domain/units/units'
import { deposit } from './deposit'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { reconcile } from './reconcile'
import { recordRead } from './record-read'
import { relayAll } from './relay'
import { settlePeriod } from './settle-period'
import { signAgreement } from './sign-agreement'
import { addressOf, readOf, withMarket } from './testing/market'
import { withdraw } from './withdraw'

withDatabase()
const { market } = withMarket()

const consumer = demoConsumer(0)
const viewer = { address: addressOf(consumer) }
const stranger = demoConsumer(1)
const LATER = 100 * 86_400

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
}, 60_000)
afterAll(stopSender)

async function terms(changes: Partial<Terms> = {}): Promise<Terms> {
  const [first] = market().periods
  const { agreement } = await noncesOf(viewer.address)
  const energy = Array.from({ length: 12 }, () => wh(10_000_000n))
  return {
    consumer: viewer.address,
    offerId: market().offerId,
    meterId: market().meters[0]!.id,
    start: first!.start,
    contracted: energy,
    replaces: ZERO_HASH,
    nonce: agreement,
    expiry: first!.start + LATER,
    ...changes,
  }
}

const book = () => ({
  chainId: market().deployment.chainId,
  agreementBook: market().deployment.contracts.AgreementBook,
})
const signTerms = (signed: Terms, account = consumer) => account.signTypedData(agreementTypedData(book(), signed))

async function permitFor(amount: Micro, account = consumer): Promise<SignedPermit> {
  const deadline = market().periods[0]!.start + LATER
  const { permit: nonce } = await noncesOf(addressOf(account))
  const permit = {
    owner: addressOf(account),
    spender: market().deployment.contracts.Escrow,
    value: amount,
    nonce,
    deadline,
  }
  return { amount, deadline, signature: await account.signTypedData(permitTypedData(tokenDomain(), permit)) }
}

async function relayAndFollow(): Promise<void> {
  await relayAll()
  await followOnce()
}

const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })

describe('money', () => {
  it('goes into the escrow on a permit and out on a signature', async () => {
    const amount = micro(200_000_000n)
    const sent = await deposit(viewer, await permitFor(amount))
    expect(sent.ok).toBe(true)
    await relayAndFollow()
    expect(await getRelay(viewer, sent.ok ? sent.value : '')).toMatchObject({ status: 'followed', kind: 'deposit' })
    expect((await escrowAccountOf(viewer.address)).free).toBe(amount)
    const { withdrawal: nonce } = await noncesOf(viewer.address)
    const held = await tokenBalanceOf(viewer.address)
    const expiry = market().periods[0]!.start + LATER
    const withdrawal = { account: viewer.address, to: viewer.address, amount, nonce, expiry }
    const bank = { chainId: market().deployment.chainId, escrow: market().deployment.contracts.Escrow }
    const signature = await consumer.signTypedData(withdrawalTypedData(bank, withdrawal))
    const wrong = await stranger.signTypedData(withdrawalTypedData(bank, withdrawal))
    expect(await withdraw(viewer, { withdrawal, signature: wrong })).toEqual(named('SignatureInvalid'))
    expect(await withdraw({ address: addressOf(stranger) }, { withdrawal, signature })).toEqual(named('NotYourAccount'))
    expect((await withdraw(viewer, { withdrawal, signature })).ok).toBe(true)
    await relayAll()
    expect(await tokenBalanceOf(viewer.address)).toBe(held + amount)
    expect(await withdraw(viewer, { withdrawal, signature })).toEqual(named('InvalidAccountNonce'))
  })

  it('refuses a permit that is not the account’s, and more than there is', async () => {
    expect(await deposit(viewer, await permitFor(micro(1n), stranger))).toEqual(named('ERC20InsufficientAllowance'))
    const malformed = { ...(await permitFor(micro(1n))), signature: '0xff' } as const
    expect(await deposit(viewer, malformed)).toEqual(named('ERC20InsufficientAllowance'))
    expect(await deposit(viewer, await permitFor(micro(1n << 100n)))).toEqual(named('ERC20InsufficientBalance'))
  })
})

describe('an agreement', () => {
  it('refuses a deposit too small, a wrong or stale signature, and a start in the past', async () => {
    const good = await terms()
    const signature = await signTerms(good)
    expect(await signAgreement(viewer, { terms: good, signature, permit: null })).toEqual(named('InsufficientFree'))
    const permit = await permitFor(micro(900_000_000n))
    const wrong = await signTerms(good, stranger)
    expect(await signAgreement(viewer, { terms: good, signature: wrong, permit })).toEqual(named('SignatureInvalid'))
    const stale = await terms({ expiry: market().periods[0]!.start - 300 * 86_400 })
    expect(await signAgreement(viewer, { terms: stale, signature: await signTerms(stale), permit })).toEqual(
      named('IntentExpired'),
    )
    const past = await terms({ start: market().periods[0]!.start - 31 * 86_400 })
    expect(await signAgreement(viewer, { terms: past, signature: await signTerms(past), permit })).toEqual(
      named('StartInPast'),
    )
    const foreign = { address: addressOf(stranger) }
    expect(await signAgreement(foreign, { terms: good, signature, permit })).toEqual(named('NotYourAccount'))
  })

  it('is signed with a deposit in one step, and its nonce counts once', async () => {
    const signed = await terms()
    const signature = await signTerms(signed)
    const permit = await permitFor(micro(900_000_000n))
    const done = await signAgreement(viewer, { terms: signed, signature, permit })
    expect(done).toMatchObject({ ok: true, value: { agreementId: agreementId(signed) } })
    await relayAndFollow()
    const due = depositOf(signed.contracted, market().offer.deposit).amount
    expect(await agreementStateOf(agreementId(signed))).toMatchObject({
      settledUntil: signed.start,
      deposit: due,
      ended: false,
    })
    expect(await escrowAccountOf(viewer.address)).toEqual({ free: 900_000_000n - due, locked: due })
    // The same signature is the same request; another under the same nonce is none.
    expect(await signAgreement(viewer, { terms: signed, signature, permit: null })).toEqual(done)
    const again = { ...signed, expiry: signed.expiry + 1 }
    expect(await signAgreement(viewer, { terms: again, signature: await signTerms(again), permit: null })).toEqual(
      named('MeterAlreadySupplied'),
    )
  })

  it('cannot be signed a second after its offer was withdrawn, whatever the rows still say', async () => {
    await market().send(demoRetailer(0), withdrawOfferCall(market().deployment.contracts, market().offerId))
    const other = { address: addressOf(stranger) }
    const { agreement: nonce } = await noncesOf(other.address)
    const theirs = await terms({ consumer: other.address, meterId: market().meters[1]!.id, nonce })
    const permit = await permitFor(micro(900_000_000n), stranger)
    const given = { terms: theirs, signature: await signTerms(theirs, stranger), permit }
    expect(await signAgreement(other, given)).toEqual(named('OfferIsWithdrawn'))
  })
})

describe('reads', () => {
  it('are recorded with either kind of key, and refused when they go back, are replayed or signed by another', async () => {
    for (const { id, key, meter, opening } of market().meters) {
      const time = opening.time + 86_400
      const next = readOf(id, { time, sequence: 1, each: 2_000n })
      const back = readOf(id, { time, sequence: 1, each: 500n })
      const other = market().meters.find((meter) => meter.id !== id)!
      expect(await recordRead({ read: back, signature: await key.sign(back) })).toEqual(named('ReadBackwards'))
      expect(await recordRead({ read: next, signature: await other.key.sign(next) })).toEqual(
        named('ReadSignatureInvalid'),
      )
      const taken = await recordRead({ read: next, signature: await key.sign(next) })
      expect(taken.ok).toBe(true)
      await relayAndFollow()
      expect(await meterStateOf(id)).toBe(meterStateHash(meter, next))
      // Again it is the same request; another read with its number is none.
      expect(await recordRead({ read: next, signature: await key.sign(next) })).toEqual(taken)
      const again = { ...next, time: time + 60 }
      expect(await recordRead({ read: again, signature: await key.sign(again) })).toEqual(named('ReadReplayed'))
    }
  })

  it('that close a period wait for its settlement; a bill without money becomes a debt that the next top-up pays', async () => {
    const [january] = market().periods
    const now = january!.end + 60
    const { id, key } = market().meters[0]!
    const opening = readOf(id, { time: january!.start, sequence: 2, each: 3_000n })
    const closing = readOf(id, { time: january!.end, sequence: 3, each: 303_000n })
    await market().moveTo(january!.start + 60)
    expect(await recordRead({ read: opening, signature: await key.sign(opening) })).toMatchObject({ ok: true })
    await relayAndFollow()
    expect(await recordRead({ read: closing, signature: await key.sign(closing) })).toEqual(named('ReadFromFuture'))
    await market().moveTo(now)
    const early = readOf(id, { time: january!.end - 5, sequence: 3, each: 303_000n })
    expect(await recordRead({ read: early, signature: await key.sign(early) })).toEqual(named('PeriodEndMismatch'))
    const taken = await recordRead({ read: closing, signature: await key.sign(closing) })
    expect(await recordRead({ read: closing, signature: await key.sign(closing) })).toEqual(taken)
    expect(await settlePeriod(now)).toBe(1)
    expect(await settlePeriod(now)).toBe(0) // It is under way.
    await relayAndFollow()
    expect(await skippedOf(viewer)).toEqual([])
    const [bill] = await billsOfConsumer(viewer)
    expect(bill).toMatchObject({ start: january!.start, total: 949_450_000n, usedWh: Array(5).fill(300_000n) })
    // What was there is paid, deposit and all; the rest is owed and due two weeks later.
    expect(bill!.missing).toBeGreaterThan(0n)
    expect(bill!.due).toBeGreaterThan(now)
    expect(await accountOf(viewer)).toEqual({ free: 0n, locked: 0n })
    const owed = await owedBy(viewer)
    expect(owed.reduce((sum, { open }) => sum + open, 0n)).toBe(bill!.missing)
    expect(leftOpen(bill!, owed)).toBe(bill!.missing)
    expect(earliestDue([bill!], owed)).toBe(bill!.due)
    expect(await settlePeriod(now)).toBe(0)
    expect((await deposit(viewer, await permitFor(micro(1_000_000_000n)))).ok).toBe(true)
    await relayAndFollow()
    expect(await owedBy(viewer)).toEqual([])
    expect((await accountOf(viewer)).free).toBe(1_000_000_000n - bill!.missing)
    expect((await reconcile()).holds).toBe(true)
    const relayer = { address: addressOf(demoAccount(DEMO_INDEX.relayer)) }
    expect(await getRelay(relayer, taken.ok ? taken.value : '')).toMatchObject({ status: 'followed' })
  })
})
