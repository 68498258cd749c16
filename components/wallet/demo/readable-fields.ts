/** What each field of each message that people sign means, so that a wallet can say it in words. None is left out. */
import { READ_QUALITIES } from '@/lib/domain/metering/read'
import { REFERENCE_BASES, RULE_BASES, SETTLEMENT_MODELS } from '@/lib/domain/offers/offer'
import { INSTRUCTED_USES, LEFTOVERS } from '@/lib/domain/surplus/standing-instruction'
import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import type { TypedDataRequest } from './prompts'

/** How a value is read. */
export type FieldKind =
  | 'energy'
  | 'months'
  | 'registers'
  | 'power'
  | 'money'
  | 'price'
  /** Millionths for one Wh. */
  | 'tick'
  | 'ratio'
  | 'moment'
  | 'count'
  | 'offer'
  | 'meter'
  | 'agreement'
  | 'account'
  | 'contract'
  | 'fingerprint'
  | 'quality'
  | 'model'
  | 'referenceBasis'
  | 'ruleBasis'
  /** Of a surplus session: true is a lot. */
  | 'side'
  | 'use'
  | 'leftover'
  /** A struct of its own, whose fields follow. */
  | 'struct'

type Kinds = Readonly<Record<string, FieldKind>>

/** By the name of the struct, in the order of its fields. A test holds this against everything in lib/chain/intents. */
export const FIELD_KINDS: Readonly<Record<string, Kinds>> = {
  Agreement: {
    consumer: 'account',
    offerId: 'offer',
    meterId: 'meter',
    start: 'moment',
    contractedWh: 'months',
    replaces: 'agreement',
    nonce: 'count',
    expiry: 'moment',
  },
  Ending: { agreementId: 'agreement', endsAt: 'moment', nonce: 'count', expiry: 'moment' },
  Permit: { owner: 'account', spender: 'contract', value: 'money', nonce: 'count', deadline: 'moment' },
  Withdrawal: { account: 'account', to: 'account', amount: 'money', nonce: 'count', expiry: 'moment' },
  Read: {
    meterId: 'meter',
    time: 'moment',
    sequence: 'count',
    quality: 'quality',
    importWh: 'registers',
    exportWh: 'energy',
    maxDemandW: 'power',
    intervalRoot: 'fingerprint',
  },
  Purchase: {
    generator: 'account',
    buyer: 'account',
    grid: 'account',
    deliveryMeterId: 'meter',
    useMeterId: 'meter',
    region: 'count',
    voltageClass: 'count',
    model: 'model',
    start: 'moment',
    periods: 'count',
    agreedWh: 'months',
    price: 'price',
    lower: 'ratio',
    deposit: 'money',
    deviation: 'struct',
    generatorNonce: 'count',
    buyerNonce: 'count',
    gridNonce: 'count',
    expiry: 'moment',
  },
  DeviationClause: {
    lower: 'ratio',
    upper: 'ratio',
    excess: 'ratio',
    shortfall: 'price',
    referenceBasis: 'referenceBasis',
    ruleBasis: 'ruleBasis',
    excessPayee: 'account',
    shortfallPayee: 'account',
  },
  Lot: {
    sessionId: 'count',
    account: 'account',
    energyWh: 'energy',
    reserve: 'tick',
    subject: 'fingerprint',
    nonce: 'count',
    expiry: 'moment',
  },
  Bid: {
    sessionId: 'count',
    account: 'account',
    energyWh: 'energy',
    limit: 'tick',
    subject: 'fingerprint',
    nonce: 'count',
    expiry: 'moment',
  },
  OrderWithdrawal: {
    sessionId: 'count',
    account: 'account',
    isLot: 'side',
    index: 'count',
    nonce: 'count',
    expiry: 'moment',
  },
  Storing: {
    account: 'account',
    creditId: 'count',
    storageId: 'count',
    energyWh: 'energy',
    nonce: 'count',
    expiry: 'moment',
  },
  Returning: {
    account: 'account',
    creditId: 'count',
    energyWh: 'energy',
    nonce: 'count',
    expiry: 'moment',
  },
  Voucher: {
    account: 'account',
    creditId: 'count',
    mostWh: 'energy',
    station: 'account',
    nonce: 'count',
    expiry: 'moment',
  },
  StandingInstruction: {
    account: 'account',
    region: 'count',
    first: 'use',
    reserve: 'tick',
    storageId: 'count',
    efficiency: 'ratio',
    rest: 'leftover',
    feedIn: 'price',
    from: 'moment',
    until: 'moment',
    nonce: 'count',
  },
  InstructionRevocation: { account: 'account', region: 'count', nonce: 'count', expiry: 'moment' },
}

/** One field of a message, as something a person can read. */
export type ReadableField = { struct: string; name: string } & (
  | { kind: 'energy' | 'power' | 'money' | 'price' | 'ratio' | 'count'; value: bigint }
  | { kind: 'months' | 'registers'; values: bigint[] }
  | { kind: 'moment'; at: number }
  | { kind: 'offer' | 'meter' | 'agreement' | 'account' | 'contract' | 'fingerprint'; hex: string }
  | { kind: 'quality' | 'model' | 'referenceBasis' | 'ruleBasis' | 'side' | 'use' | 'leftover'; code: string }
  /** Of a message that this wallet has no words for. */
  | { kind: 'unknown'; text: string }
)

/** The fields of the message in the order in which they are signed; those of a struct in its place. */
export function readableFields({ types, primaryType, message }: TypedDataRequest): ReadableField[] {
  return fieldsOf(types, primaryType, message)
}

function fieldsOf(
  types: TypedDataRequest['types'],
  struct: string,
  message: Readonly<Record<string, unknown>>,
): ReadableField[] {
  return (types[struct] ?? []).flatMap(({ name, type }) => {
    const value = message[name]
    if (type in types) return fieldsOf(types, type, value as Record<string, unknown>)
    return [readable({ struct, name, value })]
  })
}

interface Field {
  struct: string
  name: string
  value: unknown
}

function readable({ struct, name, value }: Field): ReadableField {
  const kind = FIELD_KINDS[struct]?.[name]
  const field = { struct, name }
  switch (kind) {
    case 'energy':
    case 'power':
    case 'money':
    case 'price':
    case 'ratio':
    case 'count':
      return { ...field, kind, value: toBigInt(value) }
    case 'tick':
      return { ...field, kind: 'price', value: pricePerKwh(toBigInt(value) as Tick) }
    case 'months':
    case 'registers':
      return { ...field, kind, values: (value as unknown[]).map(toBigInt) }
    case 'moment':
      return { ...field, kind, at: Number(value) }
    case 'quality':
    case 'model':
    case 'referenceBasis':
    case 'ruleBasis':
    case 'side':
    case 'use':
    case 'leftover':
      return { ...field, kind, code: CODES[kind][Number(value)] ?? String(value) }
    case undefined:
    case 'struct':
      return { ...field, kind: 'unknown', text: typeof value === 'object' ? JSON.stringify(value) : String(value) }
    default:
      return { ...field, kind, hex: String(value) }
  }
}

const CODES = {
  quality: READ_QUALITIES,
  model: SETTLEMENT_MODELS,
  referenceBasis: REFERENCE_BASES,
  ruleBasis: RULE_BASES,
  side: ['Bid', 'Lot'],
  use: INSTRUCTED_USES,
  leftover: LEFTOVERS,
} as const

function toBigInt(value: unknown): bigint {
  return BigInt(value as string | number | bigint)
}
