import { encodeAbiParameters, getAbiItem, type Hex } from 'viem'
import type { Deployed } from './node'

/** ABI encoding of an offer, as OfferBook hashes it. */
export function encodeOffer(offers: Deployed, offer: object): Hex {
  const publish = getAbiItem({ abi: offers.abi, name: 'publish' })
  if (publish?.type !== 'function' || !publish.inputs[0]) throw new Error('OfferBook.publish takes no offer')
  return encodeAbiParameters([publish.inputs[0]], [offer])
}
