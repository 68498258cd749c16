/** A switch in figures: a year under the old agreement and under the new one, on what the meter used. For reading before signing. */
import { foreseenYear } from '@/lib/domain/billing/foreseen'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { micro, type Micro, type Watt, type Wh } from '@/lib/domain/units/units'
import type { SwitchMonth } from './switch-months'

export interface PricedOffer {
  offer: Offer
  pricing: Pricing
}

export interface SwitchYears {
  old: Micro
  next: Micro
  /** What the new agreement is cheaper by; below zero where it is dearer. */
  saving: bigint
}

export interface YearsInput {
  old: PricedOffer
  next: PricedOffer
  /** The table in force, for both: the difference is the offers'. */
  table: TariffTable
  capacity: Watt
  months: readonly SwitchMonth[]
  /** Of the new agreement. */
  contracted: readonly Wh[]
}

/** Null where nothing was measured. */
export function switchYears({ old, next, table, capacity, months, contracted }: YearsInput): SwitchYears | null {
  const used = months.flatMap(({ registers }) => (registers ? [registers] : []))
  if (used.length === 0 || used.length < months.length) return null
  const yearOf = (priced: PricedOffer, planned: (month: SwitchMonth, index: number) => Wh) =>
    foreseenYear(
      { ...priced, table, capacity },
      months.map((month, index) => ({ ...month, registers: used[index]!, contracted: planned(month, index) })),
    )
  const before = yearOf(old, ({ oldContracted }) => oldContracted)
  const after = yearOf(next, ({ suggestedWh }, index) => contracted[index] ?? suggestedWh)
  return { old: before, next: after, saving: before - after }
}

export interface DepositInput {
  deposit: Micro
  free: Micro
  /** Bills that are not paid: money that comes pays them first. */
  owed: Micro
}

/** What a permit must bring, so that the new deposit can be set aside. */
export function missingFor({ deposit, free, owed }: DepositInput): Micro {
  const needed = deposit + owed
  return micro(needed > free ? needed - free : 0n)
}
