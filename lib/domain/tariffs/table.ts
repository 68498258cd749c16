import type { LineKind } from '../billing/lines'
import type { RegisterValues } from '../metering/register-values'
import type { ReferenceBasis } from '../offers/offer'
import type { Address, Hex } from '../units/hex'
import type { MicroPerKwh, SignedMicroPerKwh } from '../units/units'

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
  /** The grid's agency purchase price, all in. */
  agencyPrice: MicroPerKwh
  /** The catalogue tariff, all in. */
  cataloguePrice: MicroPerKwh
  /** Monthly index of index-linked offers. */
  index: SignedMicroPerKwh
  /** Names the published series of interval indexes (its hash); zero if there is none. */
  indexSeries: Hex
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

/** The published price that a clause measures by. */
export function referencePrice(
  table: Pick<TariffTable, 'agencyPrice' | 'cataloguePrice'>,
  basis: ReferenceBasis,
): MicroPerKwh {
  return basis === 'Agency' ? table.agencyPrice : table.cataloguePrice
}
