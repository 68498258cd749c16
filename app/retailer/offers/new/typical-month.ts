import { REGISTERS, type RegisterCalendar } from '@/lib/domain/metering/registers'
import { mapRegisters, registerValues, type RegisterValues } from '@/lib/domain/metering/register-values'
import { determinantsOf, typicalMonth, type Determinants, type Metered } from '@/lib/domain/offers/determinants'
import type { ReferenceBasis } from '@/lib/domain/offers/offer'
import { energyOf } from '@/lib/domain/offers/usage'
import { mulDivDown, signedNano, wh, type SignedMicroPerKwh, type Wh } from '@/lib/domain/units/units'
import type { PricedArea } from './supply-area'

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

export interface TypicalPrices {
  /** Whose latest published prices hold; undefined while no area is chosen. */
  area: PricedArea | undefined
  /** In place of the published index. */
  index: SignedMicroPerKwh | undefined
  referenceBasis: ReferenceBasis
}

/** The determinants of a typical month. Every interval is taken to be at the index. */
export function typicalUsage(metered: Metered, { area, index, referenceBasis }: TypicalPrices): Determinants {
  const month = typicalMonth(metered)
  const table = area && { ...area, start: 0, end: month.whole }
  const usage = table ? determinantsOf(metered, { referenceBasis }, table) : month
  const one = index ?? usage.index
  return { ...usage, index: one, indexCost: signedNano(energyOf(usage) * one) }
}
