/**
 * The proof file of a day: everything anybody needs to check, with the chain alone, that a meter signed it. Nothing in it is
 * believed: each field is either recomputed or compared with the chain. Who holds the meter is not in it. Safe for the client.
 */
import { z } from 'zod'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { INTERVAL_QUALITIES, type MeterDay } from '@/lib/domain/metering/meter-day'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { firstFault, jsonRecord } from './json-record'
import { provableDay } from './day-place'

export const DAY_PROOF_FORMAT = 'switchyard-day-proof'
export const DAY_PROOF_VERSION = 1
/** Of text. A day of minutes takes 60,000. */
export const LONGEST_DAY_PROOF = 256 * 1024

const MOST_INTERVALS = 1_500
const MOST_STEPS = 64

export interface DayProof {
  chainId: number
  meterRegistry: Address
  /** That recorded the read. */
  txHash: Hex
  read: { meterId: Hex; time: number; sequence: number; intervalRoot: Hex }
  day: MeterDay
  salt: Hex
  /** The hashes beside the way from the day's leaf to the interval root. */
  proof: Hex[]
}

const bytes = (count: number) => {
  const wanted = new RegExp(`^0x[0-9a-f]{${2 * count}}$`)
  return z.custom<Hex>((value) => typeof value === 'string' && wanted.test(value), {
    error: `is not 0x and ${2 * count} small hexadecimal digits`,
  })
}
const energy = z
  .string()
  .regex(/^(0|[1-9]\d{0,9})$/, { error: 'is not a whole number of Wh in quotes' })
  .transform((digits) => wh(BigInt(digits)))
  .refine((value) => value < 1n << 32n, { error: 'is more than an interval can hold' })
const energies = z.array(energy).min(1).max(MOST_INTERVALS)
const date = z.string().refine(provableDay, { error: 'is not a date (YYYY-MM-DD)' })
const count = (bits: number) =>
  z
    .number()
    .int()
    .nonnegative()
    .lt(2 ** bits)

const file = z
  .strictObject({
    format: z.literal(DAY_PROOF_FORMAT),
    version: z.literal(DAY_PROOF_VERSION),
    chain: z.strictObject({ id: count(52), meterRegistry: bytes(20), transaction: bytes(32) }),
    read: z.strictObject({ meterId: bytes(32), time: count(40), sequence: count(32), intervalRoot: bytes(32) }),
    day: z.strictObject({
      date,
      minutes: z.number().int().positive().max(1_440),
      importWh: energies,
      exportWh: energies,
      qualities: z.array(z.enum(INTERVAL_QUALITIES)).min(1).max(MOST_INTERVALS),
    }),
    salt: bytes(32),
    proof: z.array(bytes(32)).max(MOST_STEPS),
  })
  .refine(({ day }) => [day.exportWh, day.qualities].every(({ length }) => length === day.importWh.length), {
    error: 'imports, exports and qualities are not equally many',
    path: ['day'],
  })

export function dayProofText({ chainId, meterRegistry, txHash, read, day, salt, proof }: DayProof): string {
  const { day: date, minutes, importWh, exportWh, qualities } = day
  const digits = (values: readonly Wh[]) => values.map(String)
  const content: z.input<typeof file> = {
    format: DAY_PROOF_FORMAT,
    version: DAY_PROOF_VERSION,
    chain: { id: chainId, meterRegistry, transaction: txHash },
    read,
    day: { date, minutes, importWh: digits(importWh), exportWh: digits(exportWh), qualities: [...qualities] },
    salt,
    proof,
  }
  return JSON.stringify(content)
}

/** What is no proof file is refused by name: no JSON, another kind of file, a newer version, or a wrong field. */
export function parseDayProof(text: string): Decision<DayProof> {
  if (text.length > LONGEST_DAY_PROOF) return refuse('ProofFileTooLarge', { most: BigInt(LONGEST_DAY_PROOF) })
  const json = jsonRecord(text)
  if (!json) return refuse('ProofFileUnreadable')
  if (json.format !== DAY_PROOF_FORMAT) return refuse('ProofFileOther')
  if (typeof json.version === 'number' && json.version > DAY_PROOF_VERSION)
    return refuse('ProofFileNewer', { version: String(json.version) })
  const parsed = file.safeParse(json)
  if (!parsed.success) return refuse('ProofFileMalformed', { detail: firstFault(parsed.error) })
  const { chain, read, day, salt, proof } = parsed.data
  const { date: written, ...intervals } = day
  return ok({
    chainId: chain.id,
    meterRegistry: chain.meterRegistry,
    txHash: chain.transaction,
    read,
    day: { day: written, ...intervals },
    salt,
    proof,
  })
}
