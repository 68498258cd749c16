/** The interval root that the log of a transaction says was recorded for a meter. Light, and safe for the client. */
import { keccak256, slice, stringToHex } from 'viem'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import type { Read } from '@/lib/domain/metering/read'
import { showsClosingSignature, type SentCall } from './closing-signature'
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

export interface RecordedRead {
  read: Read
  /** Whether the contract recorded it only after checking the meter's signature over it. */
  signed: boolean
}

const WORD = 32
/** Words of the event's data before the read, and after it the root. The closing read of an exchange stands behind the last one. */
const EVENTS = [
  { by: 'meterRegistry', topic: topicOf('ReadRecorded(bytes32,(uint256,uint256),bytes32)'), skip: 0, closes: false },
  {
    by: 'revisions',
    topic: topicOf('ReadCorrected(bytes32,(uint256,uint256),(uint256,uint256),bytes32)'),
    skip: 2,
    closes: false,
  },
  {
    by: 'meterRegistry',
    topic: topicOf(
      'MeterExchanged(bytes32,uint256,(uint8,uint16,uint64,bytes),(uint256,uint256),(uint256,uint256),bytes32,(uint256,uint256),(uint256,uint256))',
    ),
    skip: 4,
    closes: true,
  },
] as const

/**
 * Every read of a meter that a transaction recorded with a root. Logs of any other contract say nothing, whatever they look like.
 * @param sent What the transaction called.
 */
export function recordedReads(
  { logs, sent }: { logs: readonly ReceiptLog[]; sent: SentCall },
  recorders: ReadRecorders,
  meterId: Hex,
): RecordedRead[] {
  return logs.flatMap(({ address, topics: [topic, meter], data }) => {
    const event = EVENTS.find(({ by, topic: wanted }) => wanted === topic && sameHex(recorders[by], address))
    if (!event || !meter || !sameHex(meter, meterId)) return []
    const word = (index: number) => slice(data, index * WORD, (index + 1) * WORD, { strict: true })
    const [dials, rest, intervalRoot] = [word(event.skip), word(event.skip + 1), word(event.skip + 2)]
    const read = readFromEvent({ meterId, read: { dials: BigInt(dials), rest: BigInt(rest) }, intervalRoot })
    if (!event.closes) return [{ read, signed: true }]
    // The last read closes the meter by itself: its root was recorded with it, and nobody checked the one that is named here.
    if (dials === word(event.skip - 2) && rest === word(event.skip - 1)) return []
    // The registry takes a closing read that says it was measured with the meter's signature only.
    return [{ read, signed: read.quality === 'Measured' || showsClosingSignature(sent, recorders.meterRegistry) }]
  })
}

function topicOf(signature: string): Hex {
  return keccak256(stringToHex(signature))
}
