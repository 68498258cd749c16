/** True reads that come later, and the bills made again from them. Safe for the client. */
import { encodeFunctionData } from 'viem'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Read } from '@/lib/domain/metering/read'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { meterFactsWord, meterSignature, readToWords, type MeterKeyFacts } from '../coding/metering'
import { offerToStruct } from '../coding/offer'
import { tableToStruct } from '../coding/tariff'
import { termsToWords } from '../coding/terms'
import { revisionsAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

/** What the contracts take for an index cost that nobody attested. */
const NOT_ATTESTED = -(1n << 255n)

/** @param read.last The meter's last read on chain: the measured one takes its place if it is the estimated one. */
export function correctReadCall(
  at: ContractAddresses,
  read: { meter: MeterKeyFacts; last: Read; estimated: Read; measured: Read; signature: Hex },
): Call {
  const { meter, last, estimated, measured, signature } = read
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

export interface RevisionItem {
  terms: Terms
  /** The number of the period, counted from zero at the start of the agreement. */
  index: number
  meter: MeterKeyFacts
  /** The meter's last read on chain. */
  last: Read
  /** The reads that the bill rests on, and those that it is to rest on. */
  old: { opening: Read; closing: Read; exit: boolean }
  opening: Read
  closing: Read
  /** Of the bill that closed the contract year, where the band holds for the year and it has closed. */
  yearTable: TariffTable | null
}

/** For an offer whose price follows no interval index. */
export function reviseBillCall(
  at: ContractAddresses,
  { table, offer, item }: { table: TariffTable; offer: Offer; item: RevisionItem },
): Call {
  const { terms, index, meter, last, old, opening, closing, yearTable } = item
  const revision = {
    terms: termsToWords(terms),
    index,
    facts: meterFactsWord(meter),
    last: readToWords(last),
    old: {
      opening: readToWords(old.opening),
      closing: readToWords(old.closing),
      exit: old.exit,
      indexCost: NOT_ATTESTED,
    },
    opening: readToWords(opening),
    closing: readToWords(closing),
    yearTable: yearTable ? [tableToStruct(yearTable)] : [],
  }
  const args = [tableToStruct(table), offerToStruct(offer), revision] as const
  return { to: at.Revisions, data: encodeFunctionData({ abi: revisionsAbi, functionName: 'revise', args }) }
}
