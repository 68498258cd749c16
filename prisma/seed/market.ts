/** The exchange opens the market and the retailers publish: members, calendar, tariffs, formulas, offers. */
import { zeroHash } from 'viem'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { pricingToOffer } from '@/lib/chain/coding/formula'
import { offerId } from '@/lib/chain/ids'
import { publishOfferCall, publishPeriodsCall, publishTariffCall } from '@/lib/chain/intents/calls'
import { isTariffPublished, offerStateOf, periodEndOf } from '@/lib/chain/read'
import { typicalMonth, type Determinants } from '@/lib/domain/offers/determinants'
import type { CustomerClass, Offer } from '@/lib/domain/offers/offer'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import { mapRegisters, registerValues } from '@/lib/domain/metering/register-values'
import type { Period } from '@/lib/domain/settlement/period'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_ADDRESS, type Address, type Hex } from '@/lib/domain/units/hex'
import { bps, micro, microPerKwh, watt, wh, type Watt } from '@/lib/domain/units/units'
import { COMPONENTS, ENERGY_INDEX, OFFERS, REFERENCE_PRICE, REGION, VOLTAGE_CLASS, type OfferPlan } from './plan'
import type { SeedYear } from './year'
import { exchange, government, grid, retailers, send, subsidyPool } from './wallets'

/** Settled months, the current one, and the next: later tables are published when they are known. */
const TARIFF_PERIODS = 14
const VALID_FOR_SECONDS = 3 * 366 * 24 * 3600

/** A month of an average business and an average home, by register, for the worked examples. */
const TYPICAL_MONTH: Record<CustomerClass, readonly bigint[]> = {
  Business: [9_000_000n, 26_000_000n, 38_000_000n, 18_000_000n, 9_000_000n],
  Household: [70_000n, 130_000n, 160_000n, 90_000n, 50_000n],
}

/** What that month's highest demand is, and what the connection allows. */
const TYPICAL_POWER: Record<CustomerClass, Record<'maxDemand' | 'capacity', Watt>> = {
  Business: { maxDemand: watt(320_000n), capacity: watt(630_000n) },
  Household: { maxDemand: watt(5_500n), capacity: watt(12_000n) },
}

export type SeedOffer = { id: Hex; plan: OfferPlan; offer: Offer }

/** The calendar and the tables. Members, roles and formulas came with the deployment. Skips what is there already. */
export async function publishCalendarAndTariffs(at: ContractAddresses, year: SeedYear): Promise<void> {
  const [first] = year.periods
  if (!first) throw new Error('a seeded year has periods')
  if ((await periodEndOf(first.start)) === null) {
    await send(exchange, publishPeriodsCall(at, [first.start, ...year.periods.map(({ end }) => end)]))
  }
  for (const period of year.periods.slice(0, TARIFF_PERIODS)) await publishTariffs(at, period)
}

export async function publishOffers(at: ContractAddresses, year: SeedYear): Promise<SeedOffer[]> {
  const published: SeedOffer[] = []
  for (const plan of OFFERS) {
    const offer = offerOf(plan, at, year.chainStart)
    const examples = suggestExamples(
      { pricing: plan.pricing, priceCap: offer.priceCap },
      typicalUsage(plan.customerClass),
    )
    const id = offerId(offer)
    if ((await offerStateOf(id)).status === 'Unknown') {
      await send(retailers[plan.retailer], publishOfferCall(at, { offer, name: plan.name, examples }))
    }
    published.push({ id, plan, offer })
  }
  return published
}

async function publishTariffs(at: ContractAddresses, { start, end }: Period): Promise<void> {
  for (const voltageClass of Object.values(VOLTAGE_CLASS)) {
    const table: TariffTable = {
      region: REGION,
      voltageClass,
      start,
      end,
      agencyPrice: REFERENCE_PRICE,
      cataloguePrice: REFERENCE_PRICE,
      index: ENERGY_INDEX,
      indexSeries: zeroHash,
      grid: account(grid.address),
      government: account(government.address),
      subsidyPool: account(subsidyPool.address),
      components: COMPONENTS,
    }
    if (!(await isTariffPublished(table))) await send(exchange, publishTariffCall(at, table))
  }
}

function offerOf(plan: OfferPlan, at: ContractAddresses, validFrom: number): Offer {
  return {
    retailer: account(retailers[plan.retailer].address),
    ...pricingToOffer(plan.pricing, at),
    priceCap: microPerKwh(plan.priceCapMicro ?? 0n),
    deviation: {
      lower: bps(plan.band.lower),
      upper: bps(plan.band.upper),
      excess: bps(plan.excess),
      shortfall: microPerKwh(plan.shortfallMicro),
      referenceBasis: 'Agency',
      ruleBasis: 'Monthly',
      excessPayee: ZERO_ADDRESS,
      shortfallPayee: ZERO_ADDRESS,
    },
    deposit: microPerKwh(plan.depositMicro),
    serviceFee: microPerKwh(plan.serviceFeeMicro),
    exitFee: micro(plan.exitFeeMicro),
    noticeDays: 30,
    coolingOffDays: 7,
    termPeriods: plan.termPeriods,
    customerClass: plan.customerClass,
    region: REGION,
    voltageClass: VOLTAGE_CLASS[plan.customerClass],
    green: bps(plan.green),
    model: plan.model,
    validFrom,
    validUntil: validFrom + VALID_FOR_SECONDS,
    capacity: wh(0n),
  }
}

/** At the prices that the exchange publishes. */
function typicalUsage(customerClass: CustomerClass): Determinants {
  const registers = mapRegisters(registerValues(TYPICAL_MONTH[customerClass]), wh)
  const { maxDemand, capacity } = TYPICAL_POWER[customerClass]
  const usage = typicalMonth({ registers, maxDemand, capacity })
  return { ...usage, referencePrice: REFERENCE_PRICE, index: ENERGY_INDEX }
}

const account = (address: string): Address => address.toLowerCase() as Address
