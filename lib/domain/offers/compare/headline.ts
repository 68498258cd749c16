/**
 * The energy price that an advertisement would show: that of one Wh in every hour of the year. So little that it stays in the first
 * tier, spread evenly over the registers, at the published indexes, under the price cap, and without demand, regulated components
 * or deviation. It knows nothing of anybody's use: that is what makes it misleading.
 */
import { capped } from '../../billing/deviation'
import { NOT_ATTESTED, determinantsOf } from '../determinants'
import { REGISTERS } from '../../metering/registers'
import { registerValues } from '../../metering/register-values'
import {
  divDown,
  nano,
  signedMicroPerKwh,
  signedNano,
  wh,
  type SignedMicroPerKwh,
  type SignedNano,
  type Wh,
} from '../../units/units'
import type { RegisterValues } from '../../metering/register-values'
import type { TariffTable } from '../../tariffs/table'
import { costOf } from '../formulas/registry'
import type { ComparedMarket, ComparedOffer, MonthUse } from './compared'

const HOUR_S = 3_600
const DAY_HOURS = 24

/** A month of one Wh an hour. */
export interface EvenMonth {
  registers: RegisterValues<Wh>
  used: Wh
  /** Nano; NOT_ATTESTED where no index is published within the month. */
  indexCost: SignedNano
}

/** Days of 24 hours: an hour more or less does not move a price that is shown. */
export function evenMonths(months: readonly MonthUse[], { calendar, index }: ComparedMarket): EvenMonth[] {
  return months.map(({ id, start, end }) => {
    const days = Math.round((end - start) / (DAY_HOURS * HOUR_S))
    const hours = calendar[Number(id.slice(5)) - 1] ?? []
    const five = REGISTERS.map((register) => hours.filter((each) => each === register).length * days)
    const used = wh(BigInt(days * DAY_HOURS))
    const cost = index ? meanIndex(index, { start, end }) : null
    return {
      registers: registerValues(five.map((energy) => wh(BigInt(energy)))),
      used,
      indexCost: cost === null ? NOT_ATTESTED : signedNano(divDown(used * cost.sum, cost.count)),
    }
  })
}

function meanIndex(
  { start, seconds, prices }: NonNullable<ComparedMarket['index']>,
  month: { start: number; end: number },
): { sum: bigint; count: bigint } | null {
  const from = Math.max(0, Math.ceil((month.start - start) / seconds))
  const to = Math.min(prices.length, Math.floor((month.end - start) / seconds))
  if (to <= from) return null
  let sum = 0n
  for (let place = from; place < to; place++) sum += prices[place] ?? 0n
  return { sum, count: BigInt(to - from) }
}

/** Rounded down. */
export function headlinePrice(
  { offer, pricing }: Pick<ComparedOffer, 'offer' | 'pricing'>,
  months: readonly EvenMonth[],
  tables: readonly TariffTable[],
): SignedMicroPerKwh {
  let cost = 0n
  let used = 0n
  for (const [index, month] of months.entries()) {
    const table = tables[index]
    if (!table) throw new RangeError('a month without a table')
    const metered = { registers: month.registers, indexCost: month.indexCost }
    const full = costOf(pricing, determinantsOf(metered, offer.deviation, table))
    cost += capped(nano(full), offer.priceCap, month.used)
    used += month.used
  }
  return signedMicroPerKwh(divDown(cost, used))
}
