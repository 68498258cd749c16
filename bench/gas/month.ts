// The customer-month that is measured: the worked check of SPEC section 7, 100,000 kWh contracted and 112,000 kWh used,
// so that a bill has all its lines (energy, four components, excess).
import { zeroAddress, zeroHash, type Address, type Hex } from 'viem'

export const DAY = 86_400

/** Customer-months in one transaction: more of them would come near the most that one may use (EIP-7825). */
export const BATCH = 100
/** Customers in the largest figure: so many batches of a hundred. */
export const CUSTOMERS = 1000

/** Settlement periods of 30 days. The calendar does not matter to gas. */
export const PERIOD = 30 * DAY
export const GENESIS = 1_767_196_800
export const boundaries = [1, 2, 3, 4].map((count) => GENESIS + count * PERIOD)

export const CONTRACTED_WH = 100_000_000n
export const USED_WH: readonly bigint[] = [6_000_000n, 31_000_000n, 42_000_000n, 27_000_000n, 6_000_000n]
export const MONEY = 1_000_000_000_000n
export const ENERGY_PRICE = 384_470n
export const REFERENCE_PRICE = 651_886n
const NETWORK = 2
const LINE_LOSS = 3
const SYSTEM_OPERATION = 4
const GOVERNMENT_FUND = 5

export const COMPONENTS = [
  { kind: NETWORK, price: 126_300 },
  { kind: LINE_LOSS, price: 13_643 },
  { kind: SYSTEM_OPERATION, price: 82_273 },
  { kind: GOVERNMENT_FUND, price: 45_200 },
] as const

export const PAYEES = {
  grid: '0x1111111111111111111111111111111111111111',
  government: '0x2222222222222222222222222222222222222222',
  subsidyPool: '0x3333333333333333333333333333333333333333',
} as const satisfies Record<string, Address>

export function boundary(index: number): number {
  const time = boundaries[index]
  if (time === undefined) throw new RangeError(`no period boundary ${index}`)
  return time
}

/** The tariff table of the period between two boundaries, as the contracts take it. */
export function tableOf(period: number) {
  return {
    region: 42,
    voltageClass: 2,
    start: boundary(period),
    end: boundary(period + 1),
    agencyPrice: REFERENCE_PRICE,
    cataloguePrice: REFERENCE_PRICE,
    index: ENERGY_PRICE,
    indexSeries: zeroHash,
    ...PAYEES,
    components: COMPONENTS.map(({ kind, price }) => ({ kind, prices: [price, price, price, price, price] })),
  }
}

/** A flat offer of a retailer-led market, as the contracts take it. @param green makes it another offer. */
export function offerOf(retailer: Address, formula: Address, green = 2_000) {
  return {
    retailer,
    formula,
    formulaParams: `0x${ENERGY_PRICE.toString(16).padStart(64, '0')}` as Hex,
    deviation: {
      lower: 9_500,
      upper: 10_500,
      excess: 11_000,
      shortfall: 20_000n,
      referenceBasis: 0,
      ruleBasis: 0,
      excessPayee: zeroAddress,
      shortfallPayee: zeroAddress,
    },
    priceCap: 0n,
    deposit: 50_000n,
    serviceFee: 0n,
    exitFee: 0n,
    noticeDays: 0,
    coolingOffDays: 7,
    termPeriods: 12,
    customerClass: 1,
    region: 42,
    voltageClass: 2,
    green,
    model: 2,
    validFrom: GENESIS - DAY,
    validUntil: GENESIS + 365 * DAY,
    capacity: 0n,
  }
}

/** 85 %, 100 % and 115 % of the month, in one register. */
export function examples() {
  return [85n, 100n, 115n].map((percent) => {
    const used = (CONTRACTED_WH * percent) / 100n
    const usage = {
      registers: [0n, 0n, used, 0n, 0n],
      maxDemand: 200_000n,
      capacity: 0n,
      referencePrice: 0n,
      index: 0n,
      indexCost: 0n,
      elapsed: 30 * DAY,
      whole: 30 * DAY,
    }
    return { contracted: CONTRACTED_WH, usage, charge: (used * ENERGY_PRICE) / 1000n }
  })
}
