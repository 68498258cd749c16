/** The market section of an offer file. */
import type { BilledOffer } from '@/lib/domain/billing/bill'
import { REGISTERS } from '@/lib/domain/metering/registers'
import type { MarketPlan } from '@/lib/domain/offers/plan'
import { ZERO_ADDRESS, type Address } from '@/lib/domain/units/hex'
import { bps, watt } from '@/lib/domain/units/units'
import { calendarNamed } from './calendars'
import { invalid } from './json-file'
import type { Parts } from './plan-file'
import { BPS_SCALE, KILO_SCALE, MONEY_SCALE, type MarketFile } from './plan-schema'
import { counted, plainPrice } from './quantities'

export function marketPlan(market: MarketFile, parts: Parts): MarketPlan {
  const { file, offer } = parts
  const calendar = market.calendar === undefined ? null : calendarNamed(parts, market.calendar)
  const strange = calendar?.periods.find((period) => !REGISTERS.some((register) => register === period))
  if (strange !== undefined)
    throw invalid(file, `market.calendar: period "${strange}" is no register (${REGISTERS.join(', ')})`)
  for (const name of market.energy) {
    const line = offer.lines.find((each) => each.name === name)
    if (!line) throw invalid(file, `market.energy names "${name}", and there is no such line`)
    if (line.kind === 'tax' || line.kind === 'fixed' || ('direction' in line && line.direction === 'export'))
      throw invalid(file, `market.energy names "${name}", which does not price energy taken`)
  }
  if (new Set(market.energy).size !== market.energy.length) throw invalid(file, 'market.energy names a line twice')
  const formula = offer.lines.find(({ kind, name }) => kind === 'formula' && market.energy.includes(name))
  if (formula && market.energy.length > 1)
    throw invalid(file, `market.energy names "${formula.name}", a formula, and other lines`)
  const capacity = watt(counted(market.capacity, KILO_SCALE))
  return { offer: billedOffer(market, file), energy: market.energy, calendar, capacity }
}

function billedOffer(market: MarketFile, file: string): BilledOffer {
  const { lower, upper, excess, shortfall, excessPayee, shortfallPayee, ...basis } = market.deviation
  const [band, most] = [counted(lower, BPS_SCALE), counted(upper, BPS_SCALE)]
  const one = 10n ** BigInt(BPS_SCALE)
  if (band > one || most < one || most > 2n * one || counted(excess, BPS_SCALE) > 3n * one)
    throw invalid(file, 'market.deviation: lower is at most 1, upper from 1 to 2, excess at most 3')
  if (market.model !== 'GridLed' && counted(market.serviceFee, MONEY_SCALE) !== 0n)
    throw invalid(file, 'market.serviceFee: only a GridLed offer has one')
  return {
    model: market.model,
    serviceFee: plainPrice(market.serviceFee),
    priceCap: plainPrice(market.priceCap),
    deviation: {
      ...basis,
      lower: bps(band),
      upper: bps(most),
      excess: bps(counted(excess, BPS_SCALE)),
      shortfall: plainPrice(shortfall),
      excessPayee: (excessPayee?.toLowerCase() ?? ZERO_ADDRESS) as Address,
      shortfallPayee: (shortfallPayee?.toLowerCase() ?? ZERO_ADDRESS) as Address,
    },
  }
}
