import { REGISTERS, type RegisterCalendar } from '@/lib/domain/metering/registers'
import { mapRegisters, registerValues, type RegisterValues } from '@/lib/domain/metering/register-values'
import { mulDivDown, wh, type Wh } from '@/lib/domain/units/units'

/** Hours of a year that count on each register, every month taken as equally long. */
function hoursOfRegisters(calendar: RegisterCalendar): RegisterValues<bigint> {
  const hours = calendar.flat()
  return registerValues(REGISTERS.map((register) => BigInt(hours.filter((one) => one === register).length)))
}

/** A month of an offer that does not ask when: all of it on one register, so that 85 % of it is exactly that. */
export function undividedMonth(energy: Wh): RegisterValues<Wh> {
  return registerValues(REGISTERS.map((register) => (register === 'flat' ? energy : wh(0n))))
}

/** A month's energy as if it were used evenly through the day. What rounding leaves over counts on the shoulder register. */
export function evenMonth(energy: Wh, calendar: RegisterCalendar): RegisterValues<Wh> {
  const hours = hoursOfRegisters(calendar)
  const whole = hours.reduce((sum, count) => sum + count, 0n)
  const parts = mapRegisters(hours, (count) => mulDivDown(energy, count, whole))
  const rest = energy - parts.reduce((sum, part) => sum + part, 0n)
  const shoulder = REGISTERS.indexOf('flat')
  return mapRegisters(parts, (part, index) => wh(index === shoulder ? part + rest : part))
}
