'use server'

import { revalidatePath } from 'next/cache'
import { formGiven } from '@/app/form-given'
import { requireOperator } from '@/lib/auth/viewer'
import { isEstimated } from '@/lib/db/read/estimated-reads'
import { readRequest } from '@/lib/db/read/relays'
import { refuse, type Decision, type Refusal } from '@/lib/domain/decision'
import type { Hex } from '@/lib/domain/units/hex'
import { readAgain } from '@/lib/services/read-again'
import { recordRead } from '@/lib/services/record-read'
import { parseSignedRead, type ParsedRead } from './signed-read'

const PATH = '/operator/reads'

type Fault = Extract<ParsedRead, { ok: false }>
/** What was not taken comes back as `text`, to be corrected. */
export type ReadOutcome =
  | { kind: 'faulty'; fault: Fault['fault']; fields: string[]; text: string }
  | { kind: 'refused'; refusal: Refusal; text: string }
  | { kind: 'accepted'; request: string; time: number }

/** Hands a signed read in. Whoever signed in here only carries it: the meter's signature decides. */
export async function submitRead(_: ReadOutcome | null, form: FormData): Promise<ReadOutcome> {
  await requireOperator(PATH)
  const given = formGiven(form).get('read')
  const text = typeof given === 'string' ? given : ''
  const parsed = parseSignedRead(text)
  if (!parsed.ok) return { kind: 'faulty', fault: parsed.fault, fields: parsed.fields, text }
  return outcomeOf(await recordRead(parsed.value), parsed.value.read.time, text)
}

/** Demo: has the dials of one of the operator's meters read for an instant that was estimated. */
export async function fetchTrueRead(_: ReadOutcome | null, form: FormData): Promise<ReadOutcome> {
  const viewer = await requireOperator(PATH)
  const asked = formGiven(form)
  const [meterId, time] = [asked.get('meter'), Number(asked.get('time'))]
  const isAsked = isMeterId(meterId) && Number.isSafeInteger(time) && (await isEstimated(viewer, { meterId, time }))
  const read = isAsked ? await readAgain(meterId, time) : refuse('ReadNotEstimated')
  return outcomeOf(read, time, '')
}

function isMeterId(given: FormDataEntryValue | null): given is Hex {
  return typeof given === 'string' && /^0x[0-9a-f]{64}$/.test(given)
}

function outcomeOf(decision: Decision<string>, time: number, text: string): ReadOutcome {
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal, text }
  revalidatePath(PATH)
  return { kind: 'accepted', request: decision.value, time }
}

/** What became of a read that was taken: the transaction that recorded it, or why it was refused after all; null while it is under way. */
export async function fateOf(request: string): Promise<{ txHash: string } | { refusal: Refusal } | null> {
  await requireOperator(PATH)
  if (typeof request !== 'string' || !/^[0-9a-f-]{36}$/.test(request)) return null
  const found = await readRequest(request)
  if (found?.refusal) return { refusal: found.refusal }
  return found?.status === 'followed' && found.txHash ? { txHash: found.txHash } : null
}
