/** What a plan would cost if everything, something or nothing of it came true. For reading before signing; bills come from the chain. */
import { deposit } from '@/lib/domain/agreements/deposit'
import { draft } from '@/lib/domain/billing/bill'
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
  /** A year without using anything: penalties, and what is due without energy, such as a charge for capacity. */
  nothingUsed: Micro
  /** What each kWh above the band costs, all in. */
  excessPrice: MicroPerKwh | null
}

export function outlook(facts: OutlookFacts): Outlook {
  const { offer, table, contracted } = facts
  const { yearly, amount } = deposit(contracted, offer.deposit)
  const months = contracted.map((energy, index) => ({
    planned: monthTotal(facts, { contracted: energy, used: energy, maxDemand: facts.maxDemand[index] ?? NO_DEMAND }),
    nothing: table
      ? monthTotal(facts, { contracted: energy, used: wh(0n), maxDemand: NO_DEMAND })
      : penaltyOf(offer, energy),
  }))
  return {
    yearly,
    deposit: amount,
    asPlanned: table && sumMicro(months.map(({ planned }) => planned)),
    nothingUsed: sumMicro(months.map(({ nothing }) => nothing)),
    excessPrice:
      table &&
      microPerKwh(mulDivDown(referencePrice(table, offer.deviation.referenceBasis), offer.deviation.excess, BPS_ONE)),
  }
}

interface Month {
  contracted: Wh
  used: Wh
  maxDemand: Watt
}

function monthTotal(facts: OutlookFacts, { contracted, used, maxDemand }: Month): Micro {
  const { offer, pricing, table, mix, capacity } = facts
  if (!table) return micro(0n)
  const registers = spread(used, mix)
  const cost = costOf(pricing, determinantsOf({ registers, maxDemand, capacity }, offer.deviation, table))
  return draft(offer, table, { contracted, registers, cost }).total
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
