import type { AgreementRow } from '@/lib/db/read/agreements'
import { sumWh } from '@/lib/domain/metering/register-values'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'

export type CustomerAgreement = Pick<AgreementRow, 'consumer' | 'contractedWh' | 'deposit' | 'status' | 'yearToDate'>

export interface CustomerTotals {
  /** People and companies, however many supply points each has. */
  customers: number
  agreements: number
  /** Of a whole year. */
  contracted: Wh
  /** Billed since the last anniversary of each agreement. */
  used: Wh
  deposits: Micro
}

/** Sums over the agreements that supply somebody now or soon; an ended one holds nothing any more. */
export function totalsOf(agreements: readonly CustomerAgreement[]): CustomerTotals {
  const live = agreements.filter(({ status }) => status !== 'ended')
  return {
    customers: new Set(live.map(({ consumer }) => consumer)).size,
    agreements: live.length,
    contracted: sumWh(live.flatMap(({ contractedWh }) => contractedWh)),
    used: wh(live.reduce((sum, { yearToDate }) => sum + (yearToDate?.usedWh ?? 0n), 0n)),
    deposits: micro(live.reduce((sum, { deposit }) => sum + deposit, 0n)),
  }
}

/** Contracted for the months that are billed in the present contract year: what the use so far compares with. */
export function contractedSoFar({ contractedWh, yearToDate }: Pick<AgreementRow, 'contractedWh' | 'yearToDate'>): Wh {
  return sumWh(contractedWh.slice(0, yearToDate?.bills ?? 0))
}
