/** Billing determinants: what a price formula needs to know of one period. Mirrors the Solidity struct. */
import type { RegisterValues } from '../metering/register-values'
import { referencePrice, type TariffTable } from '../tariffs/table'
import {
  microPerKwh,
  signedMicroPerKwh,
  signedNano,
  watt,
  type MicroPerKwh,
  type SignedMicroPerKwh,
  type SignedNano,
  type Watt,
  type Wh,
} from '../units/units'
import type { DeviationClause } from './offer'

/** Stands for an index cost that nobody attested; formulas that need one refuse it. Mirrors the Solidity constant. */
export const NOT_ATTESTED = signedNano(-(1n << 255n))

export interface Determinants {
  registers: RegisterValues<Wh>
  maxDemand: Watt
  /** Contracted capacity: that of the connection. */
  capacity: Watt
  /** Reference price of the offer's basis. */
  referencePrice: MicroPerKwh
  /** Monthly index. */
  index: SignedMicroPerKwh
  /** Sum over the intervals of energy times the interval index, attested by the meter operator. */
  indexCost: SignedNano
  /** Seconds billed, and seconds of the whole settlement period: the same unless supply began or ended within it. */
  elapsed: number
  whole: number
}

/** What the meter knows of a period. What is left out is zero. */
export type Metered = Pick<Determinants, 'registers'> &
  Partial<Pick<Determinants, 'maxDemand' | 'capacity' | 'indexCost'>>

/** The determinants of a whole settlement period. */
export function determinantsOf(
  { registers, maxDemand = watt(0n), capacity = watt(0n), indexCost = signedNano(0n) }: Metered,
  { referenceBasis }: Pick<DeviationClause, 'referenceBasis'>,
  table: Pick<TariffTable, 'agencyPrice' | 'cataloguePrice' | 'index' | 'start' | 'end'>,
): Determinants {
  const whole = table.end - table.start
  return {
    registers,
    maxDemand,
    capacity,
    indexCost,
    referencePrice: referencePrice(table, referenceBasis),
    index: table.index,
    elapsed: whole,
    whole,
  }
}

const TYPICAL_MONTH_S = 30 * 86_400

/** A month of no calendar and without published prices, for examples. */
export function typicalMonth(metered: Metered): Determinants {
  const table = {
    agencyPrice: microPerKwh(0n),
    cataloguePrice: microPerKwh(0n),
    index: signedMicroPerKwh(0n),
    start: 0,
    end: TYPICAL_MONTH_S,
  }
  return determinantsOf(metered, { referenceBasis: 'Agency' }, table)
}
