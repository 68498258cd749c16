import type { TypedDataRequest } from './prompts'

/** One field of a message, as something a person can read. */
export type ReadableField = { name: string } & (
  | { kind: 'energy'; wh: bigint }
  | { kind: 'months'; wh: bigint[] }
  | { kind: 'money'; micro: bigint }
  | { kind: 'moment'; at: number }
  | { kind: 'hex'; hex: string }
  | { kind: 'text'; text: string }
)

const MONEY = new Set(['value', 'amount'])
/** The one instant of our messages that is not a uint40: ERC-2612 writes it as a uint256. */
const DEADLINE = 'deadline'

/** The fields of the message in the order in which they are signed. None is left out. */
export function readableFields({ types, primaryType, message }: TypedDataRequest): ReadableField[] {
  return (types[primaryType] ?? []).map((field) => readable(field, message[field.name]))
}

function readable({ name, type }: { name: string; type: string }, value: unknown): ReadableField {
  if (Array.isArray(value) && name.endsWith('Wh')) return { name, kind: 'months', wh: value.map(toBigInt) }
  if (name.endsWith('Wh')) return { name, kind: 'energy', wh: toBigInt(value) }
  if (MONEY.has(name)) return { name, kind: 'money', micro: toBigInt(value) }
  if (type === 'uint40' || name === DEADLINE) return { name, kind: 'moment', at: Number(value) }
  if (type === 'address' || type.startsWith('bytes')) return { name, kind: 'hex', hex: String(value) }
  return { name, kind: 'text', text: typeof value === 'object' ? JSON.stringify(value) : String(value) }
}

function toBigInt(value: unknown): bigint {
  return BigInt(value as string | number | bigint)
}
