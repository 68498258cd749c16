/** A year that only has the round numbers of a link: it spreads over its days as a measured year does. */
import { REGISTERS } from '@/lib/domain/metering/registers'
import type { UseHistory } from '@/lib/domain/offers/compare/compared'
import type { UseSums } from './use-source'

const WH_PER_KWH = 1_000
const W_PER_KW = 1_000
const FIVE = REGISTERS.length

/** @param typical A measured year: what it used on each register of each day, in proportion, is what this one used. */
export function historyOfSums({ yearlyKwh, shares, peakKw }: UseSums, typical: UseHistory): UseHistory {
  const registers = new Float64Array(typical.registers.length)
  for (let register = 0; register < FIVE; register++) {
    const ofYear = Math.round((yearlyKwh * WH_PER_KWH * (shares[register] ?? 0)) / 100)
    scaleInto(registers, typical.registers, { first: register, step: FIVE, to: ofYear })
  }
  const peak = typical.maxDemand.reduce((most, demand) => Math.max(most, demand), 0)
  const demand = (each: number) => Math.round((peak === 0 ? 1 : each / peak) * peakKw * W_PER_KW)
  return {
    ...typical,
    registers,
    exported: new Float64Array(typical.exported.length),
    maxDemand: typical.maxDemand.map(demand),
  }
}

/** Every `step`th number in proportion, whole, and together exactly `to`. Evenly where there is nothing to go by. */
function scaleInto(
  target: Float64Array,
  from: Float64Array,
  { first, step, to }: { first: number; step: number; to: number },
): void {
  let sum = 0
  for (let place = first; place < from.length; place += step) sum += from[place] ?? 0
  const count = Math.ceil((from.length - first) / step)
  let [reached, given] = [0, 0]
  for (let place = first; place < from.length; place += step) {
    reached += sum === 0 ? 1 / count : (from[place] ?? 0) / sum
    const due = Math.min(to, Math.round(reached * to))
    target[place] = due - given
    given = due
  }
  const last = first + (count - 1) * step
  target[last] = (target[last] ?? 0) + to - given
}
