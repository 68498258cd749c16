/**
 * What an offer file, a tariff file and a contracted energy file may hold. Quantities are decimal strings with at most the
 * decimals that are counted: nothing in these files passes through a floating-point number.
 */
import { z } from 'zod'
import { LINE_KINDS } from '@/lib/domain/billing/lines'
import { DAY_KINDS } from '@/lib/domain/offers/plan-calendar'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import { REFERENCE_BASES, RULE_BASES, SETTLEMENT_MODELS } from '@/lib/domain/offers/offer'
import { TIER_PERIODS } from '@/lib/domain/offers/plan'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { DATE_ORDERS } from './time-stamp'

/** Decimals that are counted. */
export const MONEY_SCALE = 6
/** Of a price of a plan: published tariffs have more than the market counts. */
export const PRICE_SCALE = 12
export const KILO_SCALE = 3
export const RATIO_SCALE = 9
export const BPS_SCALE = 4

function decimal(scale: number, sign: '' | '-?', about: string) {
  const pattern = new RegExp(`^${sign}[0-9]{1,12}(\\.[0-9]{1,${scale}})?$`)
  const error = `is not a decimal in quotes with at most ${scale} decimals, such as "0.25"${sign ? '' : ', and not below zero'}`
  return z.string({ error }).regex(pattern, { error }).meta({ description: about })
}

const price = decimal(PRICE_SCALE, '-?', 'Price in the currency per kWh (kW for demand; day, month or year for fixed)')
const plainPrice = decimal(MONEY_SCALE, '', 'Price in the currency per kWh, not below zero')
const ratio = decimal(RATIO_SCALE, '-?', 'A ratio: 0.05 is 5 %')
const bandRatio = decimal(BPS_SCALE, '', 'A ratio in whole basis points: 1.05 is 105 %')
const kilo = decimal(KILO_SCALE, '', 'kWh, or kW for demand')

const name = z.string().min(1).max(80)
const zone = z.string().refine(isTimeZone, { error: 'is not a time zone such as Europe/London' })
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'is not a date such as 2026-12-25' })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'is not a month such as 2026-01' })
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'is not a time of day such as 07:30' })

const window = z.strictObject({
  months: z.array(z.int().min(1).max(12)).min(1).optional().meta({ description: 'All months if left out' }),
  days: z
    .array(z.enum([...DAY_KINDS, 'weekday', 'weekend']))
    .min(1)
    .optional()
    .meta({ description: 'All days, holidays too, if left out. A listed holiday is a holiday and no weekday' }),
  from: clock.default('00:00'),
  to: clock
    .default('24:00')
    .meta({ description: 'Not included. Not after `from`: over midnight, both parts on the same date' }),
})
const calendar = z
  .record(name, z.union([z.literal('rest'), z.array(window).min(1)]))
  .meta({ description: 'Periods by name; "rest" takes every minute no window names' })

const direction = z.enum(['import', 'export']).default('import').meta({ description: 'export: the line is a credit' })
const during = z.strictObject({ calendar: name, period: name }).optional()
const tiers = z.array(z.strictObject({ upTo: kilo.optional(), price })).min(1)

const seriesFile = z.strictObject({
  file: z.string().min(1).meta({ description: 'A delimited file, beside the offer file' }),
  timeZone: zone.optional().meta({ description: "Of times without offset; the plan's if left out" }),
  columns: z.record(z.string(), z.string()).default({}),
  dates: z.enum(DATE_ORDERS).default('ymd'),
  decimalComma: z.boolean().default(false),
})

const line = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), name, price, per: z.enum(['day', 'month', 'year']) }),
  z.strictObject({ kind: z.literal('energy'), name, direction, price, during }),
  z.strictObject({ kind: z.literal('timeOfUse'), name, direction, calendar: name, prices: z.record(name, price) }),
  z.strictObject({ kind: z.literal('tiers'), name, direction, per: z.enum(TIER_PERIODS), tiers, during }),
  z.strictObject({
    kind: z.literal('demand'),
    name,
    per: z.enum(['day', 'month']).default('month'),
    averagedOverMinutes: z.int().min(1).max(60).optional(),
    price: price.optional(),
    tiers: tiers.optional(),
    during,
  }),
  z.strictObject({
    kind: z.literal('series'),
    name,
    direction,
    series: seriesFile,
    factor: ratio.default('1'),
    adder: price.default('0'),
    floor: price.optional(),
    cap: price.optional(),
    during,
  }),
  z.strictObject({
    kind: z.literal('formula'),
    name,
    formula: z.enum(FORMULA_NAMES).meta({ description: 'A price formula of the market; only under market rules' }),
    params: z
      .record(name, z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]))
      .meta({ description: 'Decimals; a list for tiers; one decimal or an object for registers' }),
  }),
  z.strictObject({ kind: z.literal('tax'), name, rate: ratio, on: z.array(name).min(1) }),
])

const account = z.string().regex(/^0x[0-9a-fA-F]{40}$/, { error: 'is not an account: 0x and 40 hexadecimal digits' })

const market = z.strictObject({
  model: z.enum(SETTLEMENT_MODELS),
  energy: z.array(name).min(1).meta({ description: "The lines that are the offer's price formula" }),
  calendar: name.optional().meta({ description: 'Its periods are registers; all energy is on flat if left out' }),
  priceCap: plainPrice.default('0').meta({ description: 'Highest average energy price of a month; 0 is none' }),
  serviceFee: plainPrice.default('0'),
  capacity: kilo.default('0').meta({ description: 'Contracted capacity of the connection, kW' }),
  deviation: z.strictObject({
    lower: bandRatio,
    upper: bandRatio,
    excess: bandRatio,
    shortfall: plainPrice,
    referenceBasis: z.enum(REFERENCE_BASES).default('Agency'),
    ruleBasis: z.enum(RULE_BASES).default('Monthly'),
    excessPayee: account.optional(),
    shortfallPayee: account.optional(),
  }),
})

export const offerSchema = z
  .strictObject({
    name,
    timeZone: zone,
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'is not a currency code such as EUR' }),
    holidays: z.array(date).default([]),
    calendars: z.record(name, calendar).default({}),
    lines: z.array(line).min(1).max(200),
    market: market.optional(),
  })
  .meta({ title: 'Offer', description: 'A plan: its lines in the order of the bill, and the market rules over them' })

const componentKind = z.enum(LINE_KINDS.filter((kind) => isComponent(kind)))
const component = z.strictObject({
  kind: componentKind,
  price: plainPrice.optional().meta({ description: 'On every register' }),
  prices: z.strictObject(Object.fromEntries(REGISTERS.map((register) => [register, plainPrice]))).optional(),
})

export const tariffSchema = z
  .strictObject({
    tables: z
      .array(
        z.strictObject({
          from: month,
          to: month,
          agencyPrice: plainPrice,
          cataloguePrice: plainPrice,
          index: decimal(MONEY_SCALE, '-?', 'Monthly index per kWh').default('0'),
          components: z.array(component).max(50).default([]),
        }),
      )
      .min(1),
  })
  .meta({ title: 'Tariff', description: 'What the exchange publishes, for months from `from` to `to`, both included' })

export const contractedSchema = z
  .strictObject({ everyMonth: kilo.optional(), months: z.record(month, kilo).default({}) })
  .meta({ title: 'Contracted energy', description: 'kWh of each month; `everyMonth` for those that are not named' })

export type OfferFile = z.output<typeof offerSchema>
export type LineFile = OfferFile['lines'][number]
export type WindowFile = z.output<typeof window>
export type MarketFile = z.output<typeof market>
export type TariffFile = z.output<typeof tariffSchema>
export type ContractedFile = z.output<typeof contractedSchema>

function isComponent(kind: (typeof LINE_KINDS)[number]) {
  return ['Network', 'LineLoss', 'SystemOperation', 'GovernmentFund', 'CrossSubsidy'].includes(kind)
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined
  } catch {
    return false
  }
}
