/** A signed read as a meter or its gateway writes it: JSON. Integers are decimal strings or whole numbers. */
import { z } from 'zod'
import { READ_QUALITIES, type Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { REGISTERS } from '@/lib/domain/metering/registers'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'

export interface SignedRead {
  read: Read
  signature: Hex
}

export type ParsedRead =
  | { ok: true; value: SignedRead }
  | { ok: false; fault: 'tooLarge' | 'notJson' | 'malformed'; fields: string[] }

/** A signed read takes less than a kilobyte. */
const LONGEST = 16_384

/** @param most First value that does not fit the width on chain. */
const integer = (most: bigint) =>
  z
    .union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative()])
    .transform((value) => BigInt(value))
    .refine((value) => value < most)
const uint64 = integer(1n << 64n)
const count = (bits: bigint) => integer(1n << bits).transform(Number)
const bytes = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((text) => text.toLowerCase() as Hex)
const bytes32 = bytes(/^0x[0-9a-fA-F]{64}$/)

const signedRead = z.object({
  read: z.object({
    meterId: bytes32,
    time: count(40n),
    sequence: count(32n),
    quality: z.enum(READ_QUALITIES),
    importWh: z.array(uint64.transform(wh)).length(REGISTERS.length).transform(registerValues),
    exportWh: uint64.transform(wh),
    // On chain it has 48 bits.
    maxDemand: integer(1n << 48n).transform(watt),
    intervalRoot: bytes32,
  }),
  signature: bytes(/^0x(?:[0-9a-fA-F]{2}){1,4096}$/),
})

export function parseSignedRead(text: string): ParsedRead {
  if (text.length > LONGEST) return { ok: false, fault: 'tooLarge', fields: [] }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, fault: 'notJson', fields: [] }
  }
  const parsed = signedRead.safeParse(json)
  if (parsed.success) return { ok: true, value: parsed.data }
  const fields = new Set(parsed.error.issues.map(({ path }) => path.join('.')).filter((path) => path !== ''))
  return { ok: false, fault: 'malformed', fields: [...fields] }
}

/** What a read looks like, for whoever writes a gateway. Its signature is no meter's. */
export const EXAMPLE_READ = `{
  "read": {
    "meterId": "0x${'1f'.repeat(32)}",
    "time": 1795968000,
    "sequence": 14,
    "quality": "Measured",
    "importWh": ["1204500", "3880120", "5201900", "2410360", "1199040"],
    "exportWh": "0",
    "maxDemand": "18400",
    "intervalRoot": "0x${'7c'.repeat(32)}"
  },
  "signature": "0x${'5a'.repeat(65)}"
}`
