/** The names things have on chain: each is the hash of what it is. Mirrors HashLib. Safe for the client. */
import { encodeAbiParameters, hashStruct, keccak256, type AbiParameter } from 'viem'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Read } from '@/lib/domain/metering/read'
import type { Offer } from '@/lib/domain/offers/offer'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { meterFactsWord, readToWords, type MeterKeyFacts } from './coding/metering'
import { offerToStruct } from './coding/offer'
import { structParameter } from './coding/parameters'
import { tableToStruct } from './coding/tariff'
import { agreementMessage, agreementTypes } from './intents/agreement'
import { readMessage, readTypes } from './intents/read'
import { openBillToStruct, type OpenBill } from './intents/revision'
import { purchaseMessage, purchaseTypes } from './intents/purchase'

const encode = (parameter: AbiParameter, value: unknown): Hex =>
  keccak256(encodeAbiParameters([parameter] as readonly AbiParameter[], [value]))

export function offerId(offer: Offer): Hex {
  return encode(structParameter('Offer'), offerToStruct(offer))
}

export function tariffHash(table: TariffTable): Hex {
  return encode(structParameter('TariffTable'), tableToStruct(table))
}

/** EIP-712 struct hash of the signed terms. */
export function agreementId(terms: Terms): Hex {
  return hashStruct({ types: agreementTypes, primaryType: 'Agreement', data: agreementMessage(terms) })
}

/** EIP-712 struct hash of the terms all three signed. */
export function purchaseId(terms: PurchaseTerms): Hex {
  return hashStruct({ types: purchaseTypes, primaryType: 'Purchase', data: purchaseMessage(terms) })
}

/** EIP-712 struct hash of a read: what its meter signs, and the same for no other read. */
export function readId(read: Read): Hex {
  return hashStruct({ types: readTypes, primaryType: 'Read', data: readMessage(read) })
}

/** What the registry keeps of a meter: the hash of its facts and its last read. */
export function meterStateHash(meter: MeterKeyFacts, last: Read): Hex {
  const { dials, rest } = readToWords(last)
  const words = [meterFactsWord(meter), dials, rest] as const
  return keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }, { type: 'uint256' }], words))
}

/** What Revisions keeps of a bill that can be made again: the hash of the reads and facts it rests on. */
export function openBillHash(bill: OpenBill): Hex {
  const { opening, closing, exit, indexCost } = openBillToStruct(bill)
  const reads = [opening.dials, opening.rest, closing.dials, closing.rest] as const
  const types = [...reads.map(() => ({ type: 'uint256' })), { type: 'bool' }, { type: 'int256' }]
  return keccak256(encodeAbiParameters(types, [...reads, exit, indexCost]))
}
