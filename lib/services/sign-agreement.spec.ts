/** What was signed counts once, however often and from wherever it is sent; and it is found again until it is an agreement. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoConsumer, demoRetailer } from '@/lib/chain/demo-keys'
import { agreementId } from '@/lib/chain/ids'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { permitTypedData, type SignedPermit } from '@/lib/chain/intents/permit'
import { noncesOf, tokenDomain } from '@/lib/chain/read'
import { getReceipt } from '@/lib/db/read/receipt'
import { signingsOf } from '@/lib/db/read/signings'
import { withDatabase } from '@/lib/db/testing/database'
import { deposit } from '@/lib/domain/agreements/deposit'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { micro, wh, type Micro } from '@/lib/domain/units/units'
import { checkSigning } from './check-signing'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { relayAll } from './relay'
import { signAgreement } from './sign-agreement'
import { addressOf, withMarket } from './testing/market'

const database = withDatabase()
const { market } = withMarket()

const consumer = demoConsumer(0)
const viewer = { address: addressOf(consumer) }
const stranger = { address: addressOf(demoConsumer(1)) }
const LATER = 100 * 86_400

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
}, 60_000)
afterAll(stopSender)

const wish = (): Omit<Terms, 'nonce' | 'expiry'> => ({
  consumer: viewer.address,
  offerId: market().offerId,
  meterId: market().meters[0]!.id,
  start: market().periods[0]!.start,
  contracted: Array.from({ length: 12 }, () => wh(10_000_000n)),
  replaces: ZERO_HASH,
})

async function signed(changes: Partial<Terms> = {}) {
  const { agreement: nonce } = await noncesOf(viewer.address)
  const terms = { ...wish(), nonce, expiry: wish().start + LATER, ...changes }
  const { chainId, contracts } = market().deployment
  const data = agreementTypedData({ chainId, agreementBook: contracts.AgreementBook }, terms)
  return { terms, signature: await consumer.signTypedData(data) }
}

async function permitFor(amount: Micro): Promise<SignedPermit> {
  const deadline = wish().start + LATER
  const { permit: nonce } = await noncesOf(viewer.address)
  const spender = market().deployment.contracts.Escrow
  const permit = { owner: viewer.address, spender, value: amount, nonce, deadline }
  return { amount, deadline, signature: await consumer.signTypedData(permitTypedData(tokenDomain(), permit)) }
}

const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
const requests = async () =>
  (await database.query(`SELECT kind FROM relay_request ORDER BY id`)).map(({ kind }) => kind)
const news = async (who = viewer) => (await signingsOf(who, 0)).map(({ status, agreementId: id }) => [status, id])

describe('before anything is signed', () => {
  it('says what the deposit is and what is missing of it', async () => {
    const due = deposit(wish().contracted, market().offer.deposit).amount
    expect(await checkSigning(viewer, wish())).toEqual({ ok: true, value: { deposit: due, missing: due } })
  })

  it('refuses by name what signing would be refused for', async () => {
    const tooMuch = Array.from({ length: 12 }, () => wh(1n << 60n))
    expect(await checkSigning(viewer, { ...wish(), contracted: tooMuch })).toEqual(named('ContractedTooMuch'))
    expect(await checkSigning(viewer, { ...wish(), start: wish().start + 1 })).toEqual(named('PeriodUnknown'))
    expect(await checkSigning(viewer, { ...wish(), offerId: ZERO_HASH })).toEqual(named('OfferUnknown'))
    expect(await checkSigning(stranger, wish())).toEqual(named('NotYourAccount'))
    expect(await checkSigning(stranger, { ...wish(), consumer: stranger.address })).toEqual(named('NotMeterHolder'))
  })
})

describe('what was signed', () => {
  it('is one request, though it comes twice at once and again, and nothing else can be signed until it is mined', async () => {
    const due = deposit(wish().contracted, market().offer.deposit).amount
    const permit = await permitFor(micro(2n * due))
    const first = await signed()
    const both = await Promise.all([1, 2].map(() => signAgreement(viewer, { ...first, permit })))
    expect(both[0]).toMatchObject({ ok: true, value: { agreementId: agreementId(first.terms) } })
    expect(both[1]).toEqual(both[0])
    expect(await signAgreement(viewer, { ...first, permit })).toEqual(both[0])
    expect(await requests()).toEqual(['deposit', 'sign'])

    const other = await signed({ expiry: first.terms.expiry + 1 })
    expect(await signAgreement(viewer, { ...other, permit })).toEqual(named('SigningUnderWay'))
    expect(await checkSigning(viewer, wish())).toEqual(named('SigningUnderWay'))
    expect(await requests()).toEqual(['deposit', 'sign'])
  })

  it('is found again by whoever sent it, and by nobody else, until it is an agreement', async () => {
    const id = agreementId((await signed()).terms)
    expect(await news()).toEqual([['queued', id]])
    expect(await news(stranger)).toEqual([])
    await relayAll()
    expect(await news()).toEqual([['mined', id]])
    await followOnce()
    expect(await news()).toEqual([])
    expect(await checkSigning(viewer, wish())).toEqual(named('MeterAlreadySupplied'))
  })

  it('has a receipt with its signature and block, for its two parties', async () => {
    const { terms, signature } = await signed({ nonce: 0n })
    const id = agreementId(terms)
    const receipt = await getReceipt(viewer, id)
    expect(receipt).toMatchObject({
      id,
      signature,
      replaced: null,
      deposit: deposit(terms.contracted, market().offer.deposit).amount,
    })
    expect(receipt!.block).toBeGreaterThan(0)
    expect((await getReceipt({ address: addressOf(demoRetailer(0)) }, id))?.signature).toBe(signature)
    expect(await getReceipt(stranger, id)).toBeNull()
  })

  it('is shown as refused when it was refused later, with the reason', async () => {
    const id = (await database.query(`SELECT id FROM relay_request WHERE kind = 'sign'`))[0]!.id as string
    await database.query(
      `UPDATE relay_request SET status = 'refused', refusal_name = 'OfferIsWithdrawn', refusal_facts = '{}', updated_at = 100 WHERE id = $1`,
      [id],
    )
    expect((await signingsOf(viewer, 100)).map(({ refusal }) => refusal?.name)).toEqual(['OfferIsWithdrawn'])
    expect(await signingsOf(viewer, 101)).toEqual([])
  })
})
