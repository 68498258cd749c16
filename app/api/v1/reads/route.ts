import { NextResponse } from 'next/server'
import { z } from 'zod'
import { count, second } from '@/app/chain-fields'
import { readRequest } from '@/lib/db/read/relays'
import { READ_QUALITIES } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { watt, wh } from '@/lib/domain/units/units'
import { recordRead } from '@/lib/services/record-read'
import { jsonBody, refused } from '../../json-body'

const LONGEST_BODY = 128 * 1024
const MOST_READS = 100

const hash = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])
const uint64 = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt)
  .refine((value) => value >> 64n === 0n)

const signedRead = z.object({
  read: z.object({
    meterId: hash,
    time: second,
    sequence: count(32),
    quality: z.enum(READ_QUALITIES),
    importWh: z.array(uint64.transform(wh)).length(5).transform(registerValues),
    exportWh: uint64.transform(wh),
    // On chain it has 48 bits.
    maxDemand: uint64.refine((value) => value >> 48n === 0n).transform(watt),
    intervalRoot: hash,
  }),
  signature: z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{2,1024}$/)]),
})

/**
 * Takes one signed read or up to a hundred, whole numbers as decimal strings. Anybody may hand one in: the meter's
 * signature decides. A measured read of an instant that was recorded with an estimate takes its place. Each gets an
 * answer of its own, in order: the id of a request, or a refusal by name. A read that comes again gets the same answer as
 * before, and has no second effect: the same id, or the transaction that recorded it.
 */
export async function POST(request: Request): Promise<NextResponse> {
  const read = await jsonBody(request, LONGEST_BODY)
  if (!read.ok) return read.response
  const body = read.value
  const given = Array.isArray(body) ? body : [body]
  if (given.length === 0) return refused('RequestMalformed', 400)
  if (given.length > MOST_READS) return refused('RequestTooLarge', 413)
  const results: Answer[] = []
  // One after the other: two reads of the same meter count in the order they came.
  for (const one of given) results.push(await answer(one))
  const status = results.every(({ ok }) => ok) ? 202 : 422
  return NextResponse.json(Array.isArray(body) ? { results } : results[0], { status })
}

type Answer =
  | { ok: true; request: string; recorded?: string }
  | { ok: true; recorded: string }
  | { ok: false; error: string; facts: Record<string, string> }

async function answer(given: unknown): Promise<Answer> {
  const parsed = signedRead.safeParse(given)
  if (!parsed.success) return { ok: false, error: 'RequestMalformed', facts: { detail: z.prettifyError(parsed.error) } }
  const decision = await recordRead(parsed.data)
  if (decision.ok) return { ok: true, request: decision.value, ...(await recordedIn(decision.value)) }
  const { name, facts } = decision.refusal
  if (name === 'ReadAlreadyRecorded') return { ok: true, recorded: String(facts.txHash) }
  const text = Object.entries(facts).map(([fact, value]) => [fact, value.toString()])
  return { ok: false, error: name, facts: Object.fromEntries(text) }
}

/** The transaction that recorded a read which was handed in before, once the market has followed it. */
async function recordedIn(request: string): Promise<{ recorded?: string }> {
  const found = await readRequest(request)
  return found?.status === 'followed' && found.txHash ? { recorded: found.txHash } : {}
}
