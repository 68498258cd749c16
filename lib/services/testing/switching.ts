/** Two offers to switch between on the test market, and signatures under switches and ends. For specs. */
import { pricingToOffer } from '@/lib/chain/coding/formula'
import { demoConsumer, demoRetailer } from '@/lib/chain/demo-keys'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { publishOfferCall } from '@/lib/chain/intents/calls'
import { endingTypedData } from '@/lib/chain/intents/end'
import { permitTypedData } from '@/lib/chain/intents/permit'
import { agreementOfMeter, noncesOf, tokenDomain } from '@/lib/chain/read'
import type { Ending } from '@/lib/domain/agreements/can-end'
import type { Terms } from '@/lib/domain/agreements/terms'
import { registerValues } from '@/lib/domain/metering/register-values'
import { typicalMonth } from '@/lib/domain/offers/determinants'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import type { Offer } from '@/lib/domain/offers/offer'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { endAgreement } from '../end-agreement'
import { switchAgreement } from '../switch-agreement'
import { addressOf, type TestMarket } from './market'
import { viewerOf } from './supply'

/** By the consumer at `position`, signed by the account at `signer`, handed in by the viewer. */
interface By {
  position?: number
  signer?: ReturnType<typeof demoConsumer>
  viewer?: { address: string }
}

export function switchingOn(market: () => TestMarket, nextOffer: () => Hex) {
  const end = () => market().periods.at(-1)!.end
  const book = () => {
    const { chainId, contracts } = market().deployment
    return { chainId, agreementBook: contracts.AgreementBook }
  }
  const currentId = async (position = 0) => (await agreementOfMeter(market().meters[position]!.id))!

  async function publish(who: number, terms: Partial<Offer>, price: bigint): Promise<Offer> {
    const at = market().deployment.contracts
    const pricing = { formula: 'Flat', params: { price: microPerKwh(price) } } as const
    const validity = { validFrom: 0, validUntil: end(), retailer: addressOf(demoRetailer(who)) }
    const offer = sampleOffer({ ...terms, ...validity, ...pricingToOffer(pricing, at) })
    const month = registerValues([200_000n, 200_000n, 200_000n, 200_000n, 200_000n].map(wh))
    const examples = suggestExamples({ pricing, priceCap: offer.priceCap }, typicalMonth({ registers: month }))
    await market().send(demoRetailer(who), publishOfferCall(at, { offer, name: `Offer ${who}`, examples }))
    return offer
  }

  async function wish(changes: Partial<Terms> = {}, position = 0): Promise<Terms> {
    const consumer = viewerOf(position).address
    const { agreement: nonce } = await noncesOf(consumer)
    return {
      consumer,
      offerId: nextOffer(),
      meterId: market().meters[position]!.id,
      start: market().periods[2]!.start,
      contracted: Array.from({ length: 12 }, () => wh(1_000_000n)),
      replaces: await currentId(position),
      nonce,
      expiry: end(),
      ...changes,
    }
  }

  const sign = (terms: Terms, account = demoConsumer(0)) => account.signTypedData(agreementTypedData(book(), terms))

  async function trySwitch(changes: Partial<Terms> = {}, { signer, viewer = viewerOf(0) }: By = {}) {
    const terms = await wish(changes)
    return switchAgreement(viewer, { terms, signature: await sign(terms, signer), permit: null })
  }

  async function tryEnd(
    agreementId: Hex,
    changes: Partial<Ending> = {},
    { signer = demoConsumer(0), viewer = viewerOf(0) }: By = {},
  ) {
    const { agreement: nonce } = await noncesOf(viewerOf(0).address)
    const ending: Ending = { agreementId, endsAt: market().periods[2]!.start, nonce, expiry: end(), ...changes }
    const { message, ...data } = endingTypedData(book(), ending)
    const signature = await signer.signTypedData({ ...data, message: { ...message } })
    return endAgreement(viewer, { ending, signature })
  }

  async function permitFor(position: number, amount: bigint) {
    const { address } = viewerOf(position)
    const { permit: nonce } = await noncesOf(address)
    const spender = market().deployment.contracts.Escrow
    const permit = { owner: address, spender, value: micro(amount), nonce, deadline: end() }
    const signature = await demoConsumer(position).signTypedData(permitTypedData(tokenDomain(), permit))
    return { amount: micro(amount), deadline: end(), signature }
  }

  return { currentId, publish, wish, sign, trySwitch, tryEnd, permitFor }
}
