/** What generator, buyer and grid sign to purchase energy. Safe for the client. Mirrors PurchaseLib and PurchaseBook's domain. */
import { encodeFunctionData } from 'viem'
import type { Read } from '@/lib/domain/metering/read'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { meterFactsWord, meterSignature, readToWords, type MeterKeyFacts } from '../coding/metering'
import { purchaseToStruct } from '../coding/purchase'
import { tableToStruct } from '../coding/tariff'
import { purchaseBookAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

export const purchaseTypes = {
  Purchase: [
    { name: 'generator', type: 'address' },
    { name: 'buyer', type: 'address' },
    { name: 'grid', type: 'address' },
    { name: 'deliveryMeterId', type: 'bytes32' },
    { name: 'useMeterId', type: 'bytes32' },
    { name: 'region', type: 'uint32' },
    { name: 'voltageClass', type: 'uint8' },
    { name: 'model', type: 'uint8' },
    { name: 'start', type: 'uint40' },
    { name: 'periods', type: 'uint16' },
    { name: 'agreedWh', type: 'uint64[12]' },
    { name: 'price', type: 'uint64' },
    { name: 'lower', type: 'uint16' },
    { name: 'deposit', type: 'uint128' },
    { name: 'deviation', type: 'DeviationClause' },
    { name: 'generatorNonce', type: 'uint256' },
    { name: 'buyerNonce', type: 'uint256' },
    { name: 'gridNonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
  DeviationClause: [
    { name: 'lower', type: 'uint16' },
    { name: 'upper', type: 'uint16' },
    { name: 'excess', type: 'uint16' },
    { name: 'shortfall', type: 'uint64' },
    { name: 'referenceBasis', type: 'uint8' },
    { name: 'ruleBasis', type: 'uint8' },
    { name: 'excessPayee', type: 'address' },
    { name: 'shortfallPayee', type: 'address' },
  ],
} as const

export function purchaseMessage(terms: PurchaseTerms) {
  const { agreed, ...struct } = purchaseToStruct(terms)
  return { ...struct, agreedWh: agreed }
}

/** The same message for all three signers. */
export function purchaseTypedData(book: { chainId: number; purchaseBook: Address }, terms: PurchaseTerms) {
  return {
    domain: { name: 'Switchyard Purchase', version: '1', chainId: book.chainId, verifyingContract: book.purchaseBook },
    types: purchaseTypes,
    primaryType: 'Purchase',
    message: purchaseMessage(terms),
  } as const
}

export interface PurchaseSignatures {
  generator: Hex
  buyer: Hex
  grid: Hex
}

/** A meter's step from one signed read to the next. */
export interface MeterAdvance {
  meter: MeterKeyFacts
  opening: Read
  closing: Read
  signature: Hex
}

export function signPurchaseCall(at: ContractAddresses, terms: PurchaseTerms, signatures: PurchaseSignatures): Call {
  const args = [purchaseToStruct(terms), signatures] as const
  return { to: at.PurchaseBook, data: encodeFunctionData({ abi: purchaseBookAbi, functionName: 'sign', args }) }
}

export function recordPurchaseReadCall(at: ContractAddresses, advance: MeterAdvance): Call {
  const { facts, opening, closing, intervalRoot, signature } = advanceToStruct(advance)
  const args = [advance.closing.meterId, facts, opening, closing, intervalRoot, signature] as const
  return { to: at.PurchaseBook, data: encodeFunctionData({ abi: purchaseBookAbi, functionName: 'recordRead', args }) }
}

/** @param advances Of the delivery meter; in a direct purchase, then of the use meter. */
export function settlePurchaseCall(
  at: ContractAddresses,
  { table, terms, advances }: { table: TariffTable; terms: PurchaseTerms; advances: readonly MeterAdvance[] },
): Call {
  const args = [tableToStruct(table), purchaseToStruct(terms), advances.map(advanceToStruct)] as const
  return { to: at.PurchaseBook, data: encodeFunctionData({ abi: purchaseBookAbi, functionName: 'settle', args }) }
}

function advanceToStruct({ meter, opening, closing, signature }: MeterAdvance) {
  return {
    facts: meterFactsWord(meter),
    opening: readToWords(opening),
    closing: readToWords(closing),
    intervalRoot: closing.intervalRoot,
    signature: meterSignature(meter, signature),
  }
}
