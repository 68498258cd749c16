/** The transaction that changes a meter's supplier at a period boundary: the new agreement's signature is all it takes. Safe for the client. */
import { encodeFunctionData } from 'viem'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Hex } from '@/lib/domain/units/hex'
import { offerToStruct } from '../coding/offer'
import { termsToStruct, termsToWords } from '../coding/terms'
import { agreementBookAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

/** The agreement that a switch ends, as its parties know it. Mirrors IAgreementBook.Replaced. */
export interface Replaced {
  offer: Offer
  terms: Terms
  /** Start of the settlement period that it is settled into. */
  period: number
}

export interface SignedSwitch {
  old: Replaced
  offer: Offer
  terms: Terms
  signature: Hex
}

export function switchCall(at: ContractAddresses, { old, offer, terms, signature }: SignedSwitch): Call {
  const replaced = { offer: offerToStruct(old.offer), terms: termsToWords(old.terms), period: old.period }
  const args = [replaced, offerToStruct(offer), termsToStruct(terms), signature] as const
  return { to: at.AgreementBook, data: encodeFunctionData({ abi: agreementBookAbi, functionName: 'switchTo', args }) }
}
