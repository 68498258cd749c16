/** A proof file of a day that was computed in another language, and the log that would prove it. For tests. */
import { encodeAbiParameters, encodeEventTopics } from 'viem'
import { meterRegistryAbi, revisionsAbi } from '@/contracts/generated/abis'
import type { IntervalQuality } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import made from '../samples/day-proofs.json'
import type { ChainWord, TrustedMarket } from './check-day'
import type { DayProof } from './day-proof'
import { readToWords } from './metering'
import type { ReceiptLog } from './recorded-root'

export const sampleMarket: TrustedMarket = {
  chainId: 31_337,
  meterRegistry: `0x${'a1'.repeat(20)}`,
  revisions: `0x${'b2'.repeat(20)}`,
}

export const sampleRead: Read = {
  meterId: made.meterId as Hex,
  time: 1_774_908_000,
  sequence: 7,
  quality: 'Estimated',
  importWh: registerValues([1n, 2n, 3n, 4n, 5n].map(wh)),
  exportWh: wh(6n),
  maxDemand: watt(7n),
  intervalRoot: made.root as Hex,
}

/** Of the day with 92 quarter-hours, some of them missing. */
export function sampleProof(): DayProof {
  const day = made.days[1]!
  const energies = (values: string[]) => values.map((value) => wh(BigInt(value)))
  const { meterId, time, sequence, intervalRoot } = sampleRead
  return {
    chainId: sampleMarket.chainId,
    meterRegistry: sampleMarket.meterRegistry,
    txHash: `0x${'c3'.repeat(32)}`,
    read: { meterId, time, sequence, intervalRoot },
    day: {
      day: day.day,
      minutes: day.minutes,
      importWh: energies(day.importWh),
      exportWh: energies(day.exportWh),
      qualities: day.qualities as IntervalQuality[],
    },
    salt: day.salt as Hex,
    proof: day.proof as Hex[],
  }
}

/** As MeterRegistry emits it, encoded by its ABI. */
export function recordedLog(read: Read = sampleRead, address = sampleMarket.meterRegistry): ReceiptLog {
  const topics = encodeEventTopics({
    abi: meterRegistryAbi,
    eventName: 'ReadRecorded',
    args: { meterId: read.meterId },
  })
  const { dials, rest } = readToWords(read)
  const word = { type: 'uint256' } as const
  const data = encodeAbiParameters([word, word, { type: 'bytes32' }], [dials, rest, read.intervalRoot])
  return { address, topics: topics as Hex[], data }
}

/** As Revisions emits it when a measured read takes an estimate's place. */
export function correctedLog(measured: Read, estimated: Read): ReceiptLog {
  const args = { meterId: measured.meterId }
  const topics = encodeEventTopics({ abi: revisionsAbi, eventName: 'ReadCorrected', args })
  const words = [estimated, measured].map(readToWords).flatMap(({ dials, rest }) => [dials, rest] as const)
  const [a = 0n, b = 0n, c = 0n, d = 0n] = words
  const word = { type: 'uint256' } as const
  const data = encodeAbiParameters([word, word, word, word, { type: 'bytes32' }], [a, b, c, d, measured.intervalRoot])
  return { address: sampleMarket.revisions, topics: topics as Hex[], data }
}

export function chainWord(logs: ReceiptLog[] = [recordedLog()]): ChainWord {
  return {
    chainId: sampleMarket.chainId,
    receipt: { succeeded: true, blockNumber: 12, blockTime: sampleRead.time + 60, logs },
  }
}
