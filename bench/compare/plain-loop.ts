/**
 * What one would write first: for each offer every half-hour of the year, its date asked of Date, its energy added to the month's
 * registers, and a bill at the end of each month. The rules of the bill are settlement's own.
 */
import { trueUp } from '@/lib/domain/billing/annual'
import { draft } from '@/lib/domain/billing/bill'
import type { IntervalRun } from '@/lib/domain/metering/interval-run'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { ComparedMarket, ComparedOffer } from '@/lib/domain/offers/compare/compared'
import { endsYear } from '@/lib/domain/offers/compare/price-year'
import { determinantsOf } from '@/lib/domain/offers/determinants'
import { costOf } from '@/lib/domain/offers/formulas/registry'
import { referencePrice } from '@/lib/domain/tariffs/table'
import { micro, signedNano, watt, wh, type Watt, type Wh } from '@/lib/domain/units/units'

export interface PlainFacts {
  run: IntervalRun
  market: ComparedMarket
  /** January first. */
  contracted: readonly Wh[]
  capacity: Watt
}

/** A year's total. The process's time zone is the market's. */
export function plainYear(compared: ComparedOffer, { run, market, contracted, capacity }: PlainFacts): bigint {
  const { offer, pricing } = compared
  const index = market.index
  let [place, total] = [0, 0n]
  let year = { contracted: 0n, used: 0n, charged: 0n }
  let open = monthAt(run.start)
  const closeMonth = () => {
    const table = market.tables[place]
    if (!table) throw new Error('a month without a table')
    const registers = registerValues(open.registers.map((energy) => wh(BigInt(energy))))
    const metered = {
      registers,
      maxDemand: watt(BigInt(open.demand)),
      capacity,
      indexCost: signedNano(BigInt(open.cost)),
    }
    const agreed = contracted[open.month] ?? wh(0n)
    const cost = costOf(pricing, determinantsOf(metered, offer.deviation, table))
    const bill = draft(offer, table, { contracted: agreed, registers, cost })
    total += bill.total
    const used = open.registers.reduce((sum, energy) => sum + energy, 0)
    year = { contracted: year.contracted + agreed, used: year.used + BigInt(used), charged: year.charged + bill.total }
    if (offer.deviation.ruleBasis === 'Annual' && endsYear(offer.termPeriods, place, market.tables.length)) {
      const totals = { contracted: wh(year.contracted), used: wh(year.used), charged: micro(year.charged) }
      total += trueUp(totals, offer.deviation, referencePrice(table, offer.deviation.referenceBasis)).amount
      year = { contracted: 0n, used: 0n, charged: 0n }
    }
    place += 1
  }
  for (let interval = 0; interval < run.importWh.length; interval++) {
    const at = run.start + interval * run.seconds
    const date = new Date(at * 1_000)
    const month = date.getMonth()
    if (month !== open.month) {
      closeMonth()
      open = monthAt(at)
    }
    const energy = Number(run.importWh[interval])
    const register = market.calendar[month]?.[date.getHours()] ?? 'flat'
    const cell = REGISTERS.indexOf(register)
    open.registers[cell] = (open.registers[cell] ?? 0) + energy
    open.demand = Math.max(open.demand, Math.floor((energy * 3_600) / run.seconds))
    if (index) open.cost += energy * Number(index.prices[Math.floor((at - index.start) / index.seconds)])
  }
  closeMonth()
  return total
}

function monthAt(at: number) {
  return { month: new Date(at * 1_000).getMonth(), registers: [0, 0, 0, 0, 0], demand: 0, cost: 0 }
}
