/** Where a period that runs stands against its tolerance band, and the money at stake on both sides. For reading: bills come from the chain. */
import type { UseForecast } from '../metering/forecast-use'
import { sumWh, type RegisterValues } from '../metering/register-values'
import { determinantsOf } from '../offers/determinants'
import { costOf, type Pricing } from '../offers/formulas/registry'
import { referencePrice, type TariffTable } from '../tariffs/table'
import { micro, signedMicro, signedNano, wh, type Micro, type SignedMicro, type Watt, type Wh } from '../units/units'
import { trueUp, type Year } from './annual'
import { draft, type BilledOffer } from './bill'
import { split } from './deviation'

/** `over`: more than the band was used already. `mayExceed`, `mayFallShort`: if it goes on as it is likely to. */
export type Standing = 'within' | 'mayExceed' | 'mayFallShort' | 'over'

export interface OutlookInput {
  offer: BilledOffer
  pricing: Pricing
  /** In force for the period, or the newest one known. */
  table: TariffTable
  contracted: Wh
  /** What the connection allows. */
  capacity: Watt
  use: UseForecast
  /** On annual basis, the contract year's months that are billed: the band applies to their sum with this one. */
  before: Year | null
}

/** One way the period may end. */
export interface Ending {
  used: Wh
  /** The whole bill of the period, deviation included; on annual basis without the year's true-up. */
  bill: Micro
  excess: Wh
  shortfall: Wh
  /** What leaving the band costs beyond the same energy at the agreed price; below zero if it is the cheaper one. */
  deviation: SignedMicro
}

export type Place = 'below' | 'within' | 'above'

/** Whether even the end of the scale that stands for too little is above the band, and the other way round, shows only here. */
export function placeOf({ excess, shortfall }: Pick<Ending, 'excess' | 'shortfall'>): Place {
  if (excess > 0n) return 'above'
  return shortfall > 0n ? 'below' : 'within'
}

export interface PeriodOutlook {
  standing: Standing
  contracted: Wh
  lower: Wh
  upper: Wh
  /** What counts against the band so far: of the period, or of the contract year. */
  soFar: Wh
  likely: Ending
  low: Ending
  high: Ending
  /** If nothing more were used. */
  nothingMore: Ending
  /** What can still be used before the band is left; zero if it is left. */
  room: Wh
  /** What must still be used to reach the band; zero if it is reached. */
  needed: Wh
}

export function periodOutlook(input: OutlookInput): PeriodOutlook {
  const { use, offer, before } = input
  const contracted = wh((before?.contracted ?? 0n) + input.contracted)
  const soFar = wh((before?.used ?? 0n) + sumWh(use.soFar.registers))
  const { lower, upper } = split(contracted, soFar, offer.deviation)
  const likely = endingOf(input, use.likely)
  return {
    standing: standingOf({ soFar, upper, likely }),
    contracted,
    lower,
    upper,
    soFar,
    likely,
    low: endingOf(input, use.low),
    high: endingOf(input, use.high),
    nothingMore: endingOf(input, use.soFar.registers),
    room: wh(soFar < upper ? upper - soFar : 0n),
    needed: wh(soFar < lower ? lower - soFar : 0n),
  }
}

function standingOf({ soFar, upper, likely }: { soFar: Wh; upper: Wh; likely: Ending }): Standing {
  if (soFar > upper) return 'over'
  if (likely.excess > 0n) return 'mayExceed'
  return likely.shortfall > 0n ? 'mayFallShort' : 'within'
}

function endingOf(input: OutlookInput, registers: RegisterValues<Wh>): Ending {
  const { offer, before } = input
  const used = sumWh(registers)
  // At exactly the contracted energy there is no deviation: what the same use costs at the agreed price.
  const agreed = billOf(input, registers, used)
  if (offer.deviation.ruleBasis === 'Annual') return yearEnding(input, used, agreed, before)
  const bill = billOf(input, registers, input.contracted)
  const { excess, shortfall } = split(input.contracted, used, offer.deviation)
  return { used, bill, excess, shortfall, deviation: signedMicro(bill - agreed) }
}

/** As if the contract year closed with this period. */
function yearEnding({ offer, table, contracted }: OutlookInput, used: Wh, bill: Micro, before: Year | null): Ending {
  const year = {
    contracted: wh((before?.contracted ?? 0n) + contracted),
    used: wh((before?.used ?? 0n) + used),
    charged: micro((before?.charged ?? 0n) + bill),
  }
  const price = referencePrice(table, offer.deviation.referenceBasis)
  const { excess, shortfall, amount } = trueUp(year, offer.deviation, price)
  return { used: year.used, bill, excess, shortfall, deviation: signedMicro(amount) }
}

function billOf(
  { offer, pricing, table, capacity, use }: OutlookInput,
  registers: RegisterValues<Wh>,
  contracted: Wh,
): Micro {
  // What an interval index will cost is not known: the monthly one stands for it.
  const indexCost = signedNano(sumWh(registers) * table.index)
  const metered = { registers, maxDemand: use.maxDemand, capacity, indexCost }
  const cost = costOf(pricing, determinantsOf(metered, offer.deviation, table))
  return draft(offer, table, { contracted, registers, cost }).total
}
