/** The shape of a bill file, field by field: what does not fit is named with its place. Safe for the client. */
import { z } from 'zod'
import { MONTHS } from '@/lib/domain/agreements/terms'
import { LINE_KINDS, PAYEES } from '@/lib/domain/billing/lines'
import { READ_QUALITIES } from '@/lib/domain/metering/read'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { CUSTOMER_CLASSES, REFERENCE_BASES, RULE_BASES, SETTLEMENT_MODELS } from '@/lib/domain/offers/offer'
import type { Hex } from '@/lib/domain/units/hex'

export const MARKET_CONTRACTS = [
  'AgreementBook',
  'MeterRegistry',
  'OfferBook',
  'Revisions',
  'Settlement',
  'TariffBook',
] as const

const MOST_COMPONENTS = 64
const MOST_LINES = 80
const MOST_RUNS = 40
const LONGEST_NAME = 1_000
/** Hexadecimal digits: of a formula's parameters, and of a signature with its key. */
const LONGEST_PARAMS = 16_384
const LONGEST_SEAL = 2_048

const hex = (digits: string, meaning: string) => {
  const wanted = new RegExp(`^0x([0-9a-f]{2})${digits}$`)
  return z.custom<Hex>((value) => typeof value === 'string' && wanted.test(value), { error: meaning })
}
const bytes = (count: number) => hex(`{${count}}`, `is not 0x and ${2 * count} small hexadecimal digits`)
const someBytes = (most: number) => hex(`{0,${most / 2}}`, 'is not 0x and an even number of small hexadecimal digits')
const count = (bits: number) =>
  z
    .number()
    .int()
    .nonnegative()
    .lt(2 ** bits)
const whole = (bits: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,77})$/, { error: 'is not a whole number in quotes' })
    .transform(BigInt)
    .refine((value) => value >> BigInt(bits) === 0n, { error: `does not fit in ${bits} bits` })
const signed = (bits: number) =>
  z
    .string()
    .regex(/^(0|-?[1-9]\d{0,77})$/, { error: 'is not a whole number in quotes' })
    .transform(BigInt)
    .refine((value) => BigInt.asIntN(bits, value) === value, { error: `does not fit in ${bits} bits` })

const account = bytes(20)
const hash = bytes(32)
const registers = z.array(whole(64)).length(REGISTERS.length)
const block = count(52)

const terms = z.strictObject({
  consumer: account,
  offerId: hash,
  meterId: hash,
  start: count(40),
  contracted: z.array(whole(64)).length(MONTHS),
  replaces: hash,
  nonce: whole(256),
  expiry: count(40),
})

const offer = z.strictObject({
  retailer: account,
  formula: account,
  formulaParams: someBytes(LONGEST_PARAMS),
  priceCap: whole(64),
  deviation: z.strictObject({
    lower: whole(16),
    upper: whole(16),
    excess: whole(16),
    shortfall: whole(64),
    referenceBasis: z.enum(REFERENCE_BASES),
    ruleBasis: z.enum(RULE_BASES),
    excessPayee: account,
    shortfallPayee: account,
  }),
  deposit: whole(64),
  serviceFee: whole(64),
  exitFee: whole(128),
  noticeDays: count(16),
  coolingOffDays: count(16),
  termPeriods: count(16),
  customerClass: z.enum(CUSTOMER_CLASSES),
  region: count(32),
  voltageClass: count(8),
  green: whole(16),
  model: z.enum(SETTLEMENT_MODELS),
  validFrom: count(40),
  validUntil: count(40),
  capacity: whole(64),
})

const COMPONENTS = LINE_KINDS.slice(LINE_KINDS.indexOf('Network'), LINE_KINDS.indexOf('CrossSubsidy') + 1)

const table = z.strictObject({
  region: count(32),
  voltageClass: count(8),
  start: count(40),
  end: count(40),
  agencyPrice: whole(64),
  cataloguePrice: whole(64),
  index: signed(64),
  indexSeries: hash,
  grid: account,
  government: account,
  subsidyPool: account,
  components: z
    .array(z.strictObject({ kind: z.enum(COMPONENTS), prices: z.array(whole(32)).length(REGISTERS.length) }))
    .max(MOST_COMPONENTS),
})

const read = z
  .strictObject({
    time: count(40),
    sequence: count(32),
    quality: z.enum(READ_QUALITIES),
    importWh: registers,
    exportWh: whole(64),
    maxDemand: whole(48),
    intervalRoot: hash,
    transaction: hash.nullable(),
    seal: z.strictObject({ signer: someBytes(LONGEST_SEAL), signature: someBytes(LONGEST_SEAL) }).nullable(),
  })
  .refine(({ seal, transaction }) => seal === null || transaction !== null, {
    error: 'has a signature and no transaction that took it',
    path: ['transaction'],
  })

const lines = z
  .array(
    z.strictObject({
      kind: z.enum(LINE_KINDS),
      payee: z.enum(PAYEES),
      account,
      quantity: whole(64),
      price: whole(64),
      amount: whole(112),
    }),
  )
  .max(MOST_LINES)

const placed = { transaction: hash, block, time: count(40) }
const made = { ...placed, opening: read, closing: read, used: registers, lines }
const surplus = z.strictObject({ bought: whole(64), sold: whole(64), taken: whole(64) }).optional()
const settled = z.strictObject({ kind: z.literal('settled'), ...made, surplus })
const revised = z.strictObject({ kind: z.literal('revised'), ...made, surplus, log: count(32), reversed: lines })
const trueUp = z.strictObject({
  kind: z.literal('trueUp'),
  ...placed,
  log: count(32),
  reversed: lines.max(1),
  lines: lines.max(1),
})

const month = z.strictObject({
  index: count(8),
  contracted: whole(64),
  runs: z
    .array(
      z.strictObject({ transaction: hash, block, log: count(32).nullable(), used: whole(64), charged: whole(112) }),
    )
    .min(1)
    .max(MOST_RUNS),
})

export const schema = z.strictObject({
  chainId: count(52),
  contracts: z.strictObject(
    Object.fromEntries(MARKET_CONTRACTS.map((name) => [name, account])) as Record<
      (typeof MARKET_CONTRACTS)[number],
      typeof account
    >,
  ),
  agreement: z.strictObject({ id: hash, transaction: hash, endsHere: z.boolean(), terms }),
  offer: z.strictObject({ name: z.string().max(LONGEST_NAME), transaction: hash, content: offer }),
  tariff: z.strictObject({ transaction: hash, table }),
  meter: z.strictObject({
    digits: z.number().int().min(1).max(18),
    multiplier: z.number().int().min(1).max(65_535),
    capacity: whole(48),
  }),
  index: count(8),
  exit: z.boolean(),
  indexCost: signed(256).nullable(),
  contracted: whole(64),
  total: whole(128),
  runs: z
    .tuple([settled], z.discriminatedUnion('kind', [revised, trueUp]))
    .refine((runs) => runs.length <= MOST_RUNS, { error: `are more than ${MOST_RUNS}` }),
  year: z
    .array(month)
    .max(MONTHS - 1)
    .nullable(),
})
