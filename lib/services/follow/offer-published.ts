import { formulaNameOf, pricingFromParams } from '@/lib/chain/coding/formula'
import { exampleFromStruct, offerFromStruct, type ExampleStruct, type OfferStruct } from '@/lib/chain/coding/offer'
import { saveOffer } from '@/lib/db/write/offers'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

interface Args {
  offerId: Hex
  name: string
  offer: OfferStruct
  examples: readonly ExampleStruct[]
}

export const offerPublished: Handler = async (happening) => {
  const { offerId, name, offer: struct, examples } = argsOf<Args>(happening)
  const { at: publishedAt, txHash } = placeOf(happening)
  const offer = offerFromStruct(struct)
  const formula = formulaNameOf(happening.contracts, offer.formula)
  const pricing = formula ? pricingFromParams(formula, offer.formulaParams) : null
  const published = { id: hexOf(offerId), name, offer, pricing, examples: examples.map(exampleFromStruct) }
  await saveOffer(happening.tx, { ...published, publishedAt, txHash })
}
