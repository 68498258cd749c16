/**
 * A year's bills under an offer from its calendar cells: determinants, price formula, band, cap, components and annual true-up
 * are those of settlement itself (bill.ts). This is the rule that year-totals.ts has to agree with, to the unit.
 */
import { closesYear } from '../../agreements/terms'
import { close, draft, type Bill } from '../../billing/bill'
import type { LineKind } from '../../billing/lines'
import type { TariffTable } from '../../tariffs/table'
import { micro, signedMicro, wh, type Micro, type SignedMicro, type Watt, type Wh } from '../../units/units'
import { determinantsOf } from '../determinants'
import { costOf } from '../formulas/registry'
import type { ComparedOffer, MonthUse } from './compared'
import type { MonthCost } from './offer-cost'

/** What months are priced with, one entry for each month. */
export interface YearTerms {
  tables: readonly TariffTable[]
  contracted: readonly Wh[]
  /** Of the connection, for formulas that charge for it. */
  capacity: Watt
}

export interface PricedYear {
  bills: readonly Bill[]
  months: readonly MonthCost[]
  total: Micro
  /** What the band adds to the bills: below zero where excess energy is the cheaper one. */
  excess: SignedMicro
  shortfall: Micro
}

type Priced = Pick<ComparedOffer, 'offer' | 'pricing'>

export function priceYear({ offer, pricing }: Priced, months: readonly MonthUse[], terms: YearTerms): PricedYear {
  const bills: Bill[] = []
  let withoutBand = 0n
  let year = { contracted: 0n, used: 0n, charged: 0n }
  for (const [index, month] of months.entries()) {
    const [table, contracted] = [terms.tables[index], terms.contracted[index]]
    if (!table || contracted === undefined) throw new RangeError(`nothing to price ${month.id} with`)
    const { registers, maxDemand, indexCost } = month
    const metered = { registers, maxDemand, indexCost, capacity: terms.capacity }
    const cost = costOf(pricing, determinantsOf(metered, offer.deviation, { ...table, ...spanOf(month) }))
    const use = { contracted, registers, cost }
    const bill = draft(offer, table, use)
    const plain = offer.deviation.ruleBasis === 'Annual' ? bill : draft(annually(offer), table, use)
    withoutBand += plain.total
    year = {
      contracted: year.contracted + contracted,
      used: year.used + month.used,
      charged: year.charged + bill.total,
    }
    const isAnnual = offer.deviation.ruleBasis === 'Annual'
    if (isAnnual && endsYear(offer.termPeriods, index, months.length)) {
      bills.push(close(offer, table, yearOf(year), bill))
      year = { contracted: 0n, used: 0n, charged: 0n }
    } else {
      bills.push(bill)
    }
  }
  return summed(bills, months, { contracted: terms.contracted, withoutBand })
}

/** Settlement counts a year's seconds in its own months: those of the use, which may be priced by another month's table. */
function spanOf({ start, end }: MonthUse) {
  return { start, end }
}

/**
 * Whether a month's bill closes a contract year. A term shorter than a year is taken to be renewed on the same terms, and what
 * is left at the end of the twelve months is closed, as it is when an agreement ends.
 */
export function endsYear(termPeriods: number, index: number, count: number): boolean {
  if (index + 1 === count) return true
  const term = Math.max(1, termPeriods)
  return closesYear({ termPeriods: term, endsAt: null }, { index: index % term, end: 0 })
}

/** The same offer without a band for the month: all its energy is direct. */
function annually(offer: ComparedOffer['offer']): ComparedOffer['offer'] {
  return { ...offer, deviation: { ...offer.deviation, ruleBasis: 'Annual' } }
}

function yearOf({ contracted, used, charged }: { contracted: bigint; used: bigint; charged: bigint }) {
  return { contracted: wh(contracted), used: wh(used), charged: micro(charged) }
}

function summed(
  bills: readonly Bill[],
  months: readonly MonthUse[],
  { contracted, withoutBand }: { contracted: readonly Wh[]; withoutBand: bigint },
): PricedYear {
  const costs = bills.map((bill, index): MonthCost => {
    const [month, agreed] = [months[index], contracted[index]]
    if (!month || agreed === undefined) throw new RangeError('a bill without a month')
    return { id: month.id, used: month.used, contracted: agreed, ...partsOf(bill) }
  })
  const total = bills.reduce<bigint>((sum, bill) => sum + bill.total, 0n)
  const shortfall = costs.reduce<bigint>((sum, month) => sum + month.shortfall, 0n)
  return {
    bills,
    months: costs,
    total: micro(total),
    excess: signedMicro(total - shortfall - withoutBand),
    shortfall: micro(shortfall),
  }
}

const PART_OF: Record<LineKind, 'energy' | 'components' | 'excess' | 'shortfall' | null> = {
  Energy: 'energy',
  ServiceFee: 'energy',
  Network: 'components',
  LineLoss: 'components',
  SystemOperation: 'components',
  GovernmentFund: 'components',
  CrossSubsidy: 'components',
  Excess: 'excess',
  AnnualExcess: 'excess',
  ShortfallPenalty: 'shortfall',
  AnnualShortfall: 'shortfall',
  ExitFee: null,
}

function partsOf({ lines, total }: Bill): Pick<MonthCost, 'energy' | 'components' | 'excess' | 'shortfall' | 'total'> {
  const sums = { energy: 0n, components: 0n, excess: 0n, shortfall: 0n }
  for (const { kind, amount } of lines) {
    const part = PART_OF[kind]
    if (part) sums[part] += amount
  }
  const { energy, components, excess, shortfall } = sums
  return {
    ...{ energy: micro(energy), components: micro(components) },
    ...{ excess: micro(excess), shortfall: micro(shortfall), total },
  }
}
