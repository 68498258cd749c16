/** Transactions a wallet or the relayer sends, as { to, data }. Safe for the client. */
import { encodeFunctionData } from 'viem'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Read } from '@/lib/domain/metering/read'
import type { Meter } from '@/lib/domain/metering/meter'
import type { Offer, WorkedExample } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'
import {
  meterFactsWord,
  meterSignature,
  meterToStruct,
  readToStruct,
  readToWords,
  type MeterKeyFacts,
} from '../coding/metering'
import { exampleToStruct, offerToStruct } from '../coding/offer'
import { tableToStruct } from '../coding/tariff'
import { termsToStruct, termsToWords } from '../coding/terms'
import {
  agreementBookAbi,
  escrowAbi,
  meterRegistryAbi,
  offerBookAbi,
  settlementAbi,
  settlementTokenAbi,
  tariffBookAbi,
  type ContractAddresses,
} from '../contracts'
import type { SignedPermit } from './permit'
import type { Withdrawal } from './withdrawal'

export interface Call {
  to: Address
  data: Hex
}

export interface PublishedOffer {
  offer: Offer
  name: string
  examples: readonly WorkedExample[]
}

export interface SettlementItem {
  terms: Terms
  meter: MeterKeyFacts
  opening: Read
  closing: Read
  /** The number of the period, counted from zero at the start of the agreement. */
  index: number
  /** Whether the exit fee is due with this bill. */
  exit: boolean
  /** Whether the agreement is marked: something of it was traded, or is due to it. */
  surplus: boolean
  signature: Hex
}

export function publishOfferCall(at: ContractAddresses, { offer, name, examples }: PublishedOffer): Call {
  const args = [offerToStruct(offer), name, examples.map(exampleToStruct)] as const
  return { to: at.OfferBook, data: encodeFunctionData({ abi: offerBookAbi, functionName: 'publish', args }) }
}

export function withdrawOfferCall(at: ContractAddresses, offerId: Hex): Call {
  return {
    to: at.OfferBook,
    data: encodeFunctionData({ abi: offerBookAbi, functionName: 'withdraw', args: [offerId] }),
  }
}

export function signCall(at: ContractAddresses, signed: { offer: Offer; terms: Terms; signature: Hex }): Call {
  const args = [offerToStruct(signed.offer), termsToStruct(signed.terms), signed.signature] as const
  return { to: at.AgreementBook, data: encodeFunctionData({ abi: agreementBookAbi, functionName: 'sign', args }) }
}

export function depositCall(at: ContractAddresses, account: Address, permit: SignedPermit): Call {
  const args = [account, permit.amount, BigInt(permit.deadline), ...signatureParts(permit.signature)] as const
  return { to: at.Escrow, data: encodeFunctionData({ abi: escrowAbi, functionName: 'depositWithPermit', args }) }
}

/** Takes any bytes: what is no signature is refused by the contract, by name. */
function signatureParts(signature: Hex): [v: number, r: Hex, s: Hex] {
  const digits = signature.slice(2).padEnd(130, '0')
  const v = Number.parseInt(digits.slice(128, 130), 16)
  return [v < 27 ? v + 27 : v, `0x${digits.slice(0, 64)}`, `0x${digits.slice(64, 128)}`]
}

export function withdrawCall(at: ContractAddresses, withdrawal: Withdrawal, signature: Hex): Call {
  const args = [withdrawal, signature] as const
  return { to: at.Escrow, data: encodeFunctionData({ abi: escrowAbi, functionName: 'withdrawSigned', args }) }
}

export function registerMeterCall(at: ContractAddresses, meterId: Hex, meter: Meter, opening: Read): Call {
  const args = [meterId, meterToStruct(meter), readToStruct(opening)] as const
  return { to: at.MeterRegistry, data: encodeFunctionData({ abi: meterRegistryAbi, functionName: 'register', args }) }
}

export interface ReadStep {
  meter: MeterKeyFacts
  last: Read
  next: Read
  signature: Hex
}

function recordArguments({ meter, last, next, signature }: ReadStep) {
  const words = [meterFactsWord(meter), readToWords(last), readToWords(next)] as const
  return [next.meterId, ...words, next.intervalRoot, meterSignature(meter, signature)] as const
}

export function recordReadCall(at: ContractAddresses, step: ReadStep): Call {
  const args = recordArguments(step)
  return { to: at.Settlement, data: encodeFunctionData({ abi: settlementAbi, functionName: 'recordRead', args }) }
}

/** As the module records it that settles with this read. Only tried, never sent: the registry listens to its modules alone. */
export function registryRecordCall(at: ContractAddresses, step: ReadStep): Call {
  const args = recordArguments(step)
  return { to: at.MeterRegistry, data: encodeFunctionData({ abi: meterRegistryAbi, functionName: 'record', args }) }
}

export function settleCall(
  at: ContractAddresses,
  batch: { table: TariffTable; offer: Offer; items: readonly SettlementItem[] },
): Call {
  const args = [tableToStruct(batch.table), offerToStruct(batch.offer), batch.items.map(itemToStruct)] as const
  return { to: at.Settlement, data: encodeFunctionData({ abi: settlementAbi, functionName: 'settle', args }) }
}

/** As Settlement.settle takes it. */
export function itemToStruct({ terms, meter, opening, closing, index, exit, surplus, signature }: SettlementItem) {
  return {
    terms: termsToWords(terms),
    facts: meterFactsWord(meter),
    opening: readToWords(opening),
    closing: readToWords(closing),
    intervalRoot: closing.intervalRoot,
    index,
    exit,
    surplus,
    signature: meterSignature(meter, signature),
    attestation: [],
  }
}

export function publishPeriodsCall(at: ContractAddresses, boundaries: readonly number[]): Call {
  return {
    to: at.TariffBook,
    data: encodeFunctionData({ abi: tariffBookAbi, functionName: 'publishPeriods', args: [boundaries] }),
  }
}

export function publishTariffCall(at: ContractAddresses, table: TariffTable): Call {
  const args = [tableToStruct(table)] as const
  return { to: at.TariffBook, data: encodeFunctionData({ abi: tariffBookAbi, functionName: 'publish', args }) }
}

export function mintCall(at: ContractAddresses, to: Address, amount: Micro): Call {
  return {
    to: at.SettlementToken,
    data: encodeFunctionData({ abi: settlementTokenAbi, functionName: 'mint', args: [to, amount] }),
  }
}

/** For a wallet that pays its own gas and signs no permit. */
export function approveCall(at: ContractAddresses, amount: Micro): Call {
  const args = [at.Escrow, amount] as const
  return {
    to: at.SettlementToken,
    data: encodeFunctionData({ abi: settlementTokenAbi, functionName: 'approve', args }),
  }
}
