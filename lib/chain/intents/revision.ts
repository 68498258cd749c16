/** True reads that come later, and the bills that are made again from them. Safe for the client. Mirrors IRevisions. */
import { encodeFunctionData } from 'viem'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Read } from '@/lib/domain/metering/read'
import type { Offer } from '@/lib/domain/offers/offer'
import type { BillReads } from '@/lib/domain/settlement/revision'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import type { SignedNano } from '@/lib/domain/units/units'
import { meterFactsWord, meterSignature, readToWords, type MeterKeyFacts } from '../coding/metering'
import { offerToStruct } from '../coding/offer'
import { tableToStruct } from '../coding/tariff'
import { termsToWords } from '../coding/terms'
import { revisionsAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

export interface Correction {
  meter: MeterKeyFacts
  /** The meter's last read: its facts are checked with it. */
  last: Read
  estimated: Read
  measured: Read
  signature: Hex
}

/** What a bill leaves behind that can be revised. */
export interface OpenBill extends BillReads {
  /** Whether the exit fee was due with it. */
  exit: boolean
  indexCost: SignedNano
}

export interface RevisionItem {
  terms: Terms
  /** The number of the period, counted from zero at the start of the agreement. */
  index: number
  meter: MeterKeyFacts
  last: Read
  old: OpenBill
  next: BillReads
  /** Of the bill that closed the contract year, where the band holds for the year and it has closed; else null. */
  yearTable: TariffTable | null
}

export function correctReadCall(at: ContractAddresses, correction: Correction): Call {
  const { meter, last, estimated, measured, signature } = correction
  const args = [
    measured.meterId,
    meterFactsWord(meter),
    readToWords(last),
    readToWords(estimated),
    readToWords(measured),
    measured.intervalRoot,
    meterSignature(meter, signature),
  ] as const
  return { to: at.Revisions, data: encodeFunctionData({ abi: revisionsAbi, functionName: 'correct', args }) }
}

export function reviseCall(
  at: ContractAddresses,
  { table, offer, item }: { table: TariffTable; offer: Offer; item: RevisionItem },
): Call {
  const struct = {
    terms: termsToWords(item.terms),
    index: item.index,
    facts: meterFactsWord(item.meter),
    last: readToWords(item.last),
    old: openBillToStruct(item.old),
    opening: readToWords(item.next.opening),
    closing: readToWords(item.next.closing),
    yearTable: item.yearTable ? [tableToStruct(item.yearTable)] : [],
  }
  const args = [tableToStruct(table), offerToStruct(offer), struct] as const
  return { to: at.Revisions, data: encodeFunctionData({ abi: revisionsAbi, functionName: 'revise', args }) }
}

export function openBillToStruct({ opening, closing, exit, indexCost }: OpenBill) {
  return { opening: readToWords(opening), closing: readToWords(closing), exit, indexCost }
}
