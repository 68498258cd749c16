import type { LineKind } from '../billing/lines'
import type { RegisterValues } from '../metering/register-values'
import type { Address } from '../units/hex'
import type { MicroPerKwh } from '../units/units'

/** Lines whose price is regulated and published by the exchange. */
export type ComponentKind = Extract<
  LineKind,
  'Network' | 'LineLoss' | 'SystemOperation' | 'GovernmentFund' | 'CrossSubsidy'
>

/** One regulated component, priced per register (all five equal when it does not float with time of use). */
export interface Component {
  kind: ComponentKind
  prices: RegisterValues<MicroPerKwh>
}

/** The tariff book's page for one region, voltage class and settlement period [start, end). Mirrors the Solidity struct. */
export interface TariffTable {
  region: number
  voltageClass: number
  start: number
  end: number
  referencePrice: MicroPerKwh
  grid: Address
  government: Address
  subsidyPool: Address
  components: readonly Component[]
}

/** The one price of a component, or null if it floats with time of use. */
export function singlePrice({ prices }: Component): MicroPerKwh | null {
  const [first, ...others] = prices
  return others.every((price) => price === first) ? first : null
}
