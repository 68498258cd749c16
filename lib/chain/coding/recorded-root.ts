/** The interval root that the log of a transaction says was recorded for a meter. Light, and safe for the client. */
import { keccak256, slice, stringToHex } from 'viem'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import type { Read } from '@/lib/domain/metering/read'
import { readFromEvent } from './metering'

/** As a node returns it. */
export interface ReceiptLog {
  address: Address
  topics: readonly Hex[]
  data: Hex
}

/** The two contracts whose word counts: one records reads, the other puts a measured read in an estimate's place. */
export interface ReadRecorders {
  meterRegistry: Address
  revisions: Address
}

const WORD = 32
/** Words of the event's data before the read, and after it the root. */
const EVENTS = [
  { by: 'meterRegistry', topic: topicOf('ReadRecorded(bytes32,(uint256,uint256),bytes32)'), skip: 0 },
  {
    by: 'revisions',
    topic: topicOf('ReadCorrected(bytes32,(uint256,uint256),(uint256,uint256),bytes32)'),
    skip: 2,
  },
] as const

/** Every read of a meter that the logs record, as it was signed. Logs of any other contract say nothing, whatever they look like. */
export function recordedReads(logs: readonly ReceiptLog[], recorders: ReadRecorders, meterId: Hex): Read[] {
  return logs.flatMap(({ address, topics: [topic, meter], data }) => {
    const event = EVENTS.find(({ by, topic: wanted }) => wanted === topic && sameHex(recorders[by], address))
    if (!event || !meter || !sameHex(meter, meterId)) return []
    const word = (index: number) => slice(data, index * WORD, (index + 1) * WORD, { strict: true })
    const [dials, rest, intervalRoot] = [word(event.skip), word(event.skip + 1), word(event.skip + 2)]
    return [readFromEvent({ meterId, read: { dials: BigInt(dials), rest: BigInt(rest) }, intervalRoot })]
  })
}

function topicOf(signature: string): Hex {
  return keccak256(stringToHex(signature))
}
