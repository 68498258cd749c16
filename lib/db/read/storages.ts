import type { StorageOffer } from '@/lib/domain/surplus/credits'
import { sameHex, type Address } from '@/lib/domain/units/hex'
import { asViewer } from '../client'
import { storageOffers } from './credits'

/** What an operator offers and ever offered, the newest first: public. */
export async function storagesOf(account: Address): Promise<StorageOffer[]> {
  const offers = await asViewer(null, storageOffers)
  return offers.filter(({ operator }) => sameHex(operator, account)).reverse()
}
