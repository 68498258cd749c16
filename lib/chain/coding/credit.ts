/** Names of energy credits. Mirrors CreditLib: kind 8 (lowest) | region 32 | start of the period 40 | expiry 40 | storage 32. */
import { codeOf, nameOf } from '@/lib/domain/units/codes'

export const CREDIT_KINDS = ['None', 'Exported', 'Stored', 'Usable'] as const
export type CreditKind = (typeof CREDIT_KINDS)[number]

export interface Credit {
  kind: CreditKind
  region: number
  /** Of the delivery period. */
  start: number
  /** Of stored energy; zero otherwise. */
  expiry: number
  storageId: number
}

/** Bits, the lowest first, in the order of the fields. */
const WIDTHS = [8n, 32n, 40n, 40n, 32n] as const

export function creditId({ kind, region, start, expiry, storageId }: Credit): bigint {
  const parts = [codeOf(CREDIT_KINDS, kind), region, start, expiry, storageId].map(BigInt)
  let at = 0n
  return parts.reduce((id, part, index) => {
    const width = WIDTHS[index] ?? 0n
    if (part < 0n || part >> width !== 0n) throw new RangeError(`${part} does not fit ${width} bits of a credit's id`)
    const next = id | (part << at)
    at += width
    return next
  }, 0n)
}

export function creditFromId(id: bigint): Credit {
  let rest = id
  const [kind = 0, region = 0, start = 0, expiry = 0, storageId = 0] = WIDTHS.map((width) => {
    const part = Number(BigInt.asUintN(Number(width), rest))
    rest >>= width
    return part
  })
  return { kind: nameOf(CREDIT_KINDS, kind), region, start, expiry, storageId }
}
