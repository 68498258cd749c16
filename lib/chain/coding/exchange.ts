/** The exchange of a meter between the domain and the contracts. Mirrors IMeterRegistry.exchange and its event. */
import type { Exchange } from '@/lib/domain/metering/exchange'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { watt } from '@/lib/domain/units/units'
import { readFromEvent, type MeterKeyFacts, type ReadWords } from './metering'
import { toBigint, toNumber, type ChainInteger } from './numbers'

export interface NextMeterStruct<Small = ChainInteger, Large = ChainInteger> {
  digits: Small
  multiplier: Small
  capacity: Large
  signer: Hex
}

export interface MeterExchangedArgs {
  meterId: Hex
  former: ChainInteger
  next: NextMeterStruct
  last: ReadWords<ChainInteger>
  closing: ReadWords<ChainInteger>
  closingRoot: Hex
  opening: ReadWords<ChainInteger>
  carried: ReadWords<ChainInteger>
}

/** An exchange as the chain tells it: of the former meter all but its key, which only its hash is told of. */
export interface MeterExchanged extends Exchange {
  next: MeterKeyFacts
  carried: Read
}

export function nextMeterToStruct({
  digits,
  multiplier,
  capacity,
  signer,
}: MeterKeyFacts): NextMeterStruct<number, bigint> {
  return { digits, multiplier, capacity, signer }
}

export function exchangeFromEvent(args: MeterExchangedArgs): MeterExchanged {
  const { meterId, former, next, closingRoot } = args
  const read = (words: ReadWords<ChainInteger>, intervalRoot: Hex = ZERO_HASH) =>
    readFromEvent({ meterId, read: words, intervalRoot })
  return {
    former: countingMeterOf(toBigint(former)),
    next: {
      digits: toNumber(next.digits),
      multiplier: toNumber(next.multiplier),
      capacity: watt(toBigint(next.capacity)),
      signer: next.signer.toLowerCase() as Hex,
    },
    last: read(args.last),
    closing: read(args.closing, closingRoot),
    opening: read(args.opening),
    carried: read(args.carried),
  }
}

/** What a word of meter facts says besides the key. Mirrors MeterFactsLib. */
function countingMeterOf(facts: bigint): CountingMeter {
  const part = (from: bigint, bits: number) => BigInt.asUintN(bits, facts >> from)
  return { capacity: watt(part(160n, 48)), multiplier: Number(part(208n, 16)), digits: Number(part(224n, 8)) }
}
