/** What a consumer locks when signing. Mirrors DepositLib. Vectors: deposit.json. */
import { sumWh } from '../metering/register-values'
import { micro, mulDivDown, WH_PER_KWH, type Micro, type MicroPerKwh, type Wh } from '../units/units'
import { MONTHS } from './terms'

export interface Deposit {
  yearly: Wh
  amount: Micro
}

/** Deposit of an average month's contracted energy, rounded down once: the consumer keeps the dust. */
export function deposit(contracted: readonly Wh[], price: MicroPerKwh): Deposit {
  if (contracted.length !== MONTHS) throw new RangeError(`${contracted.length} months of contracted energy`)
  const yearly = sumWh(contracted)
  return { yearly, amount: micro(mulDivDown(yearly, price, BigInt(MONTHS) * WH_PER_KWH)) }
}
