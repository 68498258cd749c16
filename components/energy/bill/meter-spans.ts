/** The meters that measured a bill, each with the reads it began and ended with and the energy between them. */
import { advance, possibleAdvance } from '@/lib/domain/metering/advance'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { mapRegisters, type RegisterValues } from '@/lib/domain/metering/register-values'
import { wh, type Wh } from '@/lib/domain/units/units'

export interface BilledReads {
  /** The read that the bill was made from: what was carried, if the meter was exchanged. */
  opening: Read
  closing: Read
  used: RegisterValues<Wh>
  /** Of the meter that the closing read is of. */
  multiplier: number
  /** Exchanges in the bill's time, in order. */
  exchanges: readonly { former: CountingMeter; last: Read; closing: Read; opening: Read }[]
}

export interface MeterSpan {
  opening: Read
  closing: Read
  used: RegisterValues<Wh>
  multiplier: number
}

/** In order; the last is the one that the closing read is of. Their energies add up to the bill's. */
export function meterSpans({ opening, closing, used, multiplier, exchanges }: BilledReads): MeterSpan[] {
  const spans: MeterSpan[] = []
  let begin = exchanges[0]?.last ?? opening
  let left = used
  for (const { former, closing: end, opening: next } of exchanges) {
    const counted = countedBy(former, begin, end)
    spans.push({ opening: begin, closing: end, used: counted, multiplier: former.multiplier })
    left = mapRegisters(left, (value, index) => wh(value - (counted[index] ?? 0n)))
    begin = next
  }
  return [...spans, { opening: begin, closing, used: left, multiplier }]
}

/** The chain has checked it when the meter was exchanged. */
function countedBy(meter: CountingMeter, opening: Read, closing: Read): RegisterValues<Wh> {
  const possible = possibleAdvance(meter.capacity, closing.time - opening.time, meter.multiplier)
  const counted = advance(opening, closing, meter, possible)
  if (!counted.ok) throw new Error(`an exchanged meter counted what it cannot: ${counted.refusal.name}`)
  return counted.value.used
}
