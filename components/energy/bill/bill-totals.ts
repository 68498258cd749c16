import { sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'

/** What of a bill can be added up. */
export interface BillFigures {
  contractedWh: Wh
  usedWh: RegisterValues<Wh>
  total: Micro
  penalty: Micro
}

export interface BillTotals {
  contracted: Wh
  used: Wh
  total: Micro
  penalty: Micro
}

export function totalsOf(bills: readonly BillFigures[]): BillTotals {
  const sum = (of: (bill: BillFigures) => bigint) => bills.reduce<bigint>((total, bill) => total + of(bill), 0n)
  return {
    contracted: wh(sum(({ contractedWh }) => contractedWh)),
    used: wh(sum(({ usedWh }) => sumWh(usedWh))),
    total: micro(sum(({ total }) => total)),
    penalty: micro(sum(({ penalty }) => penalty)),
  }
}
