/** What a plan would cost if everything, something or nothing of it came true. For reading before signing; bills come from the chain. */
import { deposit } from '@/lib/domain/agreements/deposit'
import { close, draft, type Bill } from '@/lib/domain/billing/bill'
import { chargeAt, split } from '@/lib/domain/billing/deviation'
import { registerValues, sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import { determinantsOf } from '@/lib/domain/offers/determinants'
import { costOf, type Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import { referencePrice, type TariffTable } from '@/lib/domain/tariffs/table'
import {
  BPS_ONE,
  micro,
  microPerKwh,
  mulDivDown,
  watt,
  wh,
  type Micro,
  type MicroPerKwh,
  type Watt,
  type Wh,
} from '@/lib/domain/units/units'

const NO_DEMAND = watt(0n)

export interface OutlookFacts {
  offer: Offer
  pricing: Pricing
  /** The tariff table in force: nobody knows the next ones yet. Null if none has been published. */
  table: TariffTable | null
  contracted: readonly Wh[]
  /** How use spreads over the registers; only the proportions count. */
  mix: RegisterValues<Wh>
  /** The highest demand to be expected in each contracted month. */
  maxDemand: readonly Watt[]
  /** What the connection allows: some offers charge it whatever is used. */
  capacity: Watt
}

export interface Outlook {
  yearly: Wh
  deposit: Micro
  /** A year used exactly as planned, everything included. Null without a tariff table. */
  asPlanned: Micro | null
  /** A year in which every month used this much less, or more, than planned. Null without a tariff table. */
  less: Micro | null
  more: Micro | null
  /** A year without using anything: penalties, and what is due without energy, such as a charge for capacity. */
  nothingUsed: Micro
  /** What each kWh above the band costs, all in. */
  excessPrice: MicroPerKwh | null
}

/** How far use strays from the plan in "less" and "more": as in the worked examples of every offer. */
export const STRAY_PERCENT = 15n

export function outlook(facts: OutlookFacts): Outlook {
  const { offer, table, contracted } = facts
  const { yearly, amount } = deposit(contracted, offer.deposit)
  const yearAt = (percent: bigint) => table && yearTotal(facts, table, percent)
  return {
    yearly,
    deposit: amount,
    asPlanned: yearAt(100n),
    less: yearAt(100n - STRAY_PERCENT),
    more: yearAt(100n + STRAY_PERCENT),
    nothingUsed: yearAt(0n) ?? sumMicro(contracted.map((energy) => penaltyOf(offer, energy))),
    excessPrice:
      table &&
      microPerKwh(mulDivDown(referencePrice(table, offer.deviation.referenceBasis), offer.deviation.excess, BPS_ONE)),
  }
}

/** Twelve months, each with the same share of its plan used; where the band holds for the year, with what closes the year. */
function yearTotal(facts: OutlookFacts, table: TariffTable, percent: bigint): Micro {
  const { offer, contracted } = facts
  const used = contracted.map((energy) => wh((energy * percent) / 100n))
  const bills = contracted.map((energy, index) =>
    monthBill(facts, table, {
      contracted: energy,
      used: used[index] ?? wh(0n),
      maxDemand: percent === 0n ? NO_DEMAND : (facts.maxDemand[index] ?? NO_DEMAND),
    }),
  )
  const charged = sumMicro(bills.map(({ total }) => total))
  const last = bills.at(-1)
  if (offer.deviation.ruleBasis === 'Monthly' || !last) return charged
  const year = { contracted: sumWh(contracted), used: sumWh(used), charged }
  return micro(charged - last.total + close(offer, table, year, last).total)
}

interface Month {
  contracted: Wh
  used: Wh
  maxDemand: Watt
}

function monthBill(facts: OutlookFacts, table: TariffTable, { contracted, used, maxDemand }: Month): Bill {
  const { offer, pricing, mix, capacity } = facts
  const registers = spread(used, mix)
  const cost = costOf(pricing, determinantsOf({ registers, maxDemand, capacity }, offer.deviation, table))
  return draft(offer, table, { contracted, registers, cost })
}

function penaltyOf({ deviation }: Offer, contracted: Wh): Micro {
  const { shortfall } = split(contracted, wh(0n), deviation)
  return chargeAt(shortfall, deviation.shortfall)
}

/** Energy in the proportions of another; what rounding leaves over goes to the register that has most. */
function spread(energy: Wh, mix: RegisterValues<Wh>): RegisterValues<Wh> {
  const whole = sumWh(mix)
  const parts: bigint[] = mix.map((part) => (whole === 0n ? 0n : mulDivDown(energy, part, whole)))
  const rest = energy - parts.reduce((sum, part) => sum + part, 0n)
  const largest = mix.reduce((best, part, index) => (part > (mix[best] ?? 0n) ? index : best), 0)
  return registerValues(parts.map((part, index) => wh(index === largest ? part + rest : part)))
}

function sumMicro(amounts: readonly Micro[]): Micro {
  return micro(amounts.reduce<bigint>((sum, amount) => sum + amount, 0n))
}
