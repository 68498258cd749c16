/** Reads and a meter for tests about registers. */
import { marketRegisterCalendar } from './registers'
import { registerValues } from './register-values'
import type { TimedState } from './read'
import type { ComparedMeter } from './register-differences'
import { watt, wh } from '../units/units'

export const sampleMeter: ComparedMeter = {
  digits: 9,
  multiplier: 1,
  capacity: watt(50_000n),
  calendar: marketRegisterCalendar,
  timeZone: 'Asia/Shanghai',
}

/** At an ISO instant; the registers are sharp, peak, flat, valley, deep valley. */
export function sampleState(time: string, registers: readonly number[], exported = 0): TimedState {
  return {
    time: Date.parse(time) / 1_000,
    importWh: registerValues(registers.map((value) => wh(BigInt(value)))),
    exportWh: wh(BigInt(exported)),
  }
}
