/**
 * Whole Wh out of numbers that are finer, as a register that counts Wh would advance: what is left of one interval counts
 * in the next, so that the sum of a channel loses less than one Wh. One for each channel, in the order of time.
 */
import { wh, type Wh } from '@/lib/domain/units/units'

export class WholeWh {
  /** Intervals that were finer than a watt-hour. */
  carried = 0
  private rest = 0n
  private readonly whole: bigint

  /** Numbers are counts of 10^-scale Wh, or with `per` of 10^-scale ÷ per: 3,600 for watt-seconds. */
  constructor(scale: number, per = 1n) {
    this.whole = 10n ** BigInt(scale) * per
  }

  next(value: bigint): Wh {
    if (value % this.whole !== 0n) this.carried += 1
    this.rest += value
    const energy = wh(this.rest / this.whole)
    this.rest %= this.whole
    return energy
  }
}
