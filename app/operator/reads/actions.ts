'use server'

import { revalidatePath } from 'next/cache'
import { requireOperator } from '@/lib/auth/viewer'
import { readsOf } from '@/lib/db/read/metering'
import type { Refusal } from '@/lib/domain/decision'
import { recordRead } from '@/lib/services/record-read'
import { parseSignedRead, type ParsedRead } from './signed-read'

type Fault = Extract<ParsedRead, { ok: false }>
/** What was not taken comes back as `text`, to be corrected. */
export type ReadOutcome =
  | { kind: 'faulty'; fault: Fault['fault']; fields: string[]; text: string }
  | { kind: 'refused'; refusal: Refusal; text: string }
  | { kind: 'accepted'; meterId: string; time: number }

/** Hands a signed read in. Whoever signed in here only carries it: the meter's signature decides. */
export async function submitRead(_: ReadOutcome | null, form: FormData): Promise<ReadOutcome> {
  await requireOperator('/operator/reads')
  const given = form.get('read')
  const text = typeof given === 'string' ? given : ''
  const parsed = parseSignedRead(text)
  if (!parsed.ok) return { kind: 'faulty', fault: parsed.fault, fields: parsed.fields, text }
  const recorded = await recordRead(parsed.value)
  if (!recorded.ok) return { kind: 'refused', refusal: recorded.refusal, text }
  revalidatePath('/operator/reads')
  const { meterId, time } = parsed.value.read
  return { kind: 'accepted', meterId, time }
}

/** The transaction that recorded a read of a meter the viewer may see; null as long as there is none. */
export async function recordedIn(meterId: string, time: number): Promise<string | null> {
  const viewer = await requireOperator('/operator/reads')
  if (typeof meterId !== 'string' || !Number.isSafeInteger(time)) return null
  const reads = await readsOf(viewer, meterId)
  return reads.find((read) => read.time === time)?.txHash ?? null
}
