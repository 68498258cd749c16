/** What a consumer signs to end or to cancel an agreement. Safe for the client. Mirrors AgreementBook.ENDING_TYPEHASH and its domain. */
import { encodeFunctionData } from 'viem'
import type { Ending } from '@/lib/domain/agreements/can-end'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { offerToStruct } from '../coding/offer'
import { termsToWords } from '../coding/terms'
import { agreementBookAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

export const endingTypes = {
  Ending: [
    { name: 'agreementId', type: 'bytes32' },
    { name: 'endsAt', type: 'uint40' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
} as const

export function endingTypedData(book: { chainId: number; agreementBook: Address }, ending: Ending) {
  return {
    domain: { name: 'Switchyard', version: '1', chainId: book.chainId, verifyingContract: book.agreementBook },
    types: endingTypes,
    primaryType: 'Ending',
    message: ending,
  } as const
}

export interface SignedEnding {
  /** The offer and the terms that the agreement was signed with. */
  offer: Offer
  terms: Terms
  /** Start of the settlement period that the agreement is settled into. */
  period: number
  ending: Ending
  signature: Hex
}

export function endCall(at: ContractAddresses, { offer, terms, period, ending, signature }: SignedEnding): Call {
  const args = [offerToStruct(offer), termsToWords(terms), period, ending, signature] as const
  return { to: at.AgreementBook, data: encodeFunctionData({ abi: agreementBookAbi, functionName: 'end', args }) }
}
