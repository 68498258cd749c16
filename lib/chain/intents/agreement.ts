/** What a consumer signs to take an offer. Safe for the client. Mirrors HashLib.TERMS_TYPEHASH and AgreementBook's domain. */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Address } from '@/lib/domain/units/hex'
import { monthValues } from '../coding/terms'

export const agreementTypes = {
  Agreement: [
    { name: 'consumer', type: 'address' },
    { name: 'offerId', type: 'bytes32' },
    { name: 'meterId', type: 'bytes32' },
    { name: 'start', type: 'uint40' },
    { name: 'contractedWh', type: 'uint64[12]' },
    { name: 'replaces', type: 'bytes32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
} as const

export function agreementMessage({ contracted, ...terms }: Terms) {
  return { ...terms, contractedWh: monthValues<bigint>(contracted) }
}

export function agreementTypedData(book: { chainId: number; agreementBook: Address }, terms: Terms) {
  return {
    domain: { name: 'Switchyard', version: '1', chainId: book.chainId, verifyingContract: book.agreementBook },
    types: agreementTypes,
    primaryType: 'Agreement',
    message: agreementMessage(terms),
  } as const
}
