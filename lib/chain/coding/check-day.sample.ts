/** A proof file of a day that was computed in another language, and the log that would prove it. For tests. */
import { encodeAbiParameters, encodeEventTopics, encodeFunctionData } from 'viem'
import { meterRegistryAbi, revisionsAbi } from '@/contracts/generated/abis'
import type { IntervalQuality } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import made from '../samples/day-proofs.json'
import type { ChainWord, TrustedMarket } from './check-day'
import type { SentCall } from './closing-signature'
import { meterKeyOf, type MeterSecret } from '../meter-keys'
import type { KeyPlace } from './check-key'
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

/** What a market's operator states about the next meter; nothing in it matters here. */
const nextMeter = { digits: 8, multiplier: 20, capacity: 50_000n, signer: `0x${'d4'.repeat(84)}` } as const

/** As MeterRegistry emits it when a meter is taken down, encoded by its ABI. */
export function exchangedLog({ last, closing }: ClosedMeter): ReceiptLog {
  const [event] = meterRegistryAbi.filter((item) => item.type === 'event' && item.name === 'MeterExchanged')
  if (event?.type !== 'event' || event.name !== 'MeterExchanged') throw new Error('the ABI has no such event')
  const [, ...inputs] = event.inputs
  const opening = { ...readToWords(closing), dials: 0n }
  const reads = [readToWords(last), readToWords(closing), closing.intervalRoot, opening, opening] as const
  const data = encodeAbiParameters(inputs, [77n, nextMeter, ...reads])
  const topics = encodeEventTopics({
    abi: meterRegistryAbi,
    eventName: 'MeterExchanged',
    args: { meterId: closing.meterId },
  })
  return { address: sampleMarket.meterRegistry, topics: topics as Hex[], data }
}

export interface ClosedMeter {
  last: Read
  closing: Read
}

/** What an operator sends to have that recorded, encoded by the ABI. */
export function exchangeSent({ last, closing }: ClosedMeter, signature: Hex): SentCall {
  const closed = { read: readToWords(closing), intervalRoot: closing.intervalRoot, signature }
  const args = [closing.meterId, 77n, readToWords(last), closed, nextMeter, readToWords(closing)] as const
  const input = encodeFunctionData({ abi: meterRegistryAbi, functionName: 'exchange', args })
  return { to: sampleMarket.meterRegistry, input }
}

/** Sent by some contract, if nothing else is said. */
const elsewhere: SentCall = { to: `0x${'99'.repeat(20)}`, input: '0x12345678' }

export function chainWord(logs: ReceiptLog[] = [recordedLog()], sent = elsewhere): ChainWord {
  return {
    chainId: sampleMarket.chainId,
    receipt: { succeeded: true, blockNumber: 12, blockTime: sampleRead.time + 60, logs, sent },
  }
}

/** A key of a test's own, and its signature over the sample read. */
export async function sampleSignature(secret: MeterSecret, place: KeyPlace): Promise<{ signer: Hex; signature: Hex }> {
  const key = meterKeyOf(secret, place)
  return { signer: key.signer, signature: await key.sign(sampleRead) }
}
