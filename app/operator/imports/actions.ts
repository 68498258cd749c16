'use server'

import { revalidatePath } from 'next/cache'
import { formGiven } from '@/app/form-given'
import { requireOperator } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { env } from '@/lib/env'
import { keepMapping } from '@/lib/services/keep-mapping'
import { lookAtFile, meaningOf, type FileLook, type MappingMeaning } from '@/lib/services/look-at-file'
import { FIRST_BYTES } from './first-bytes'

const PATH = '/operator/imports'
const LONGEST_MAPPING = 100_000

/** What a file seems to be, from its first bytes. */
export async function lookAt(form: FormData): Promise<FileLook | null> {
  await requireOperator(PATH)
  const first = await firstOf(form)
  return first && lookAtFile(first, { name: nameOf(form), zone: env.marketTimeZone })
}

/** What the first rows would mean. */
export async function preview(form: FormData): Promise<MappingMeaning | null> {
  await requireOperator(PATH)
  const [first, mapping] = [await firstOf(form), mappingIn(form)]
  return first && mapping !== null ? meaningOf(first, mapping, nameOf(form)) : null
}

/** Keeps a mapping under a name; one of the same name is replaced. */
export async function saveMapping(form: FormData): Promise<Decision<string>> {
  const viewer = await requireOperator(PATH)
  const mapping = mappingIn(form)
  if (mapping === null) return refuse('RequestMalformed')
  const kept = await keepMapping(viewer.address, { name: nameOf(form), mapping })
  if (kept.ok) revalidatePath(PATH)
  return kept
}

async function firstOf(form: FormData): Promise<Uint8Array | null> {
  const first = formGiven(form).get('first')
  if (!(first instanceof Blob) || first.size > FIRST_BYTES) return null
  return new Uint8Array(await first.arrayBuffer())
}

function nameOf(form: FormData): string {
  const name = formGiven(form).get('name')
  return typeof name === 'string' ? name.slice(0, 200) : ''
}

function mappingIn(form: FormData): unknown {
  const text = formGiven(form).get('mapping')
  if (typeof text !== 'string' || text.length > LONGEST_MAPPING) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
