/** What a meter's operator sends from its own wallet. Safe for the client. Mirrors IMeterRegistry. */
import { encodeFunctionData } from 'viem'
import type { Read } from '@/lib/domain/metering/read'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { nextMeterToStruct } from '../coding/exchange'
import { meterFactsWord, meterSignature, readToWords, type MeterKeyFacts } from '../coding/metering'
import { meterRegistryAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

/** A meter as it is now: checked on chain, so that nothing else can have changed in between. */
export interface PresentMeter {
  id: Hex
  facts: MeterKeyFacts
  last: Read
}

export interface ExchangedMeter {
  closing: Read
  /** By the former meter; null if it cannot sign any more, or if the closing read is the recorded one. */
  signature: Hex | null
  next: MeterKeyFacts
  opening: Read
}

export function changeHolderCall(at: ContractAddresses, meterId: Hex, holder: Address): Call {
  const args = [meterId, holder] as const
  return {
    to: at.MeterRegistry,
    data: encodeFunctionData({ abi: meterRegistryAbi, functionName: 'changeHolder', args }),
  }
}

export function rotateSignerCall(at: ContractAddresses, { id, facts, last }: PresentMeter, signer: Hex): Call {
  const args = [id, meterFactsWord(facts), readToWords(last), signer] as const
  return {
    to: at.MeterRegistry,
    data: encodeFunctionData({ abi: meterRegistryAbi, functionName: 'rotateSigner', args }),
  }
}

export function revokeSignerCall(at: ContractAddresses, { id, facts, last }: PresentMeter): Call {
  const args = [id, meterFactsWord(facts), readToWords(last)] as const
  return {
    to: at.MeterRegistry,
    data: encodeFunctionData({ abi: meterRegistryAbi, functionName: 'revokeSigner', args }),
  }
}

export function exchangeMeterCall(
  at: ContractAddresses,
  { id, facts, last }: PresentMeter,
  { closing, signature, next, opening }: ExchangedMeter,
): Call {
  const closed = {
    read: readToWords(closing),
    intervalRoot: closing.intervalRoot,
    signature: signature === null ? '0x' : meterSignature(facts, signature),
  } as const
  const words = [id, meterFactsWord(facts), readToWords(last)] as const
  const args = [...words, closed, nextMeterToStruct(next), readToWords(opening)] as const
  return { to: at.MeterRegistry, data: encodeFunctionData({ abi: meterRegistryAbi, functionName: 'exchange', args }) }
}
