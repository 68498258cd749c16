'use server'

import { formGiven } from '@/app/form-given'
import { requireStorage } from '@/lib/auth/viewer'
import { ok, type Decision } from '@/lib/domain/decision'
import type { Call } from '@/lib/chain/intents/calls'
import { env } from '@/lib/env'
import { closeStorage, offerStorage } from '@/lib/services/offer-storage'
import { FormReader } from '../meters/form-reader'
import { faulty, isFaulty, outcomeOf, type Outcome } from '../meters/outcome'
import { readStorage, readStorageId } from './storage-form'

const PATH = '/operator/storage'

const readerOf = (form: FormData) => new FormReader(formGiven(form), env.marketTimeZone)
const prepared = ({ typed }: FormReader, call: Decision<Call>): Outcome =>
  outcomeOf(typed, call.ok ? ok({ call: call.value, page: PATH }) : call)

/** Prepares an offer of storage; the operator's own wallet publishes it. */
export async function prepareStorage(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireStorage(PATH)
  const reader = readerOf(form)
  const terms = readStorage(reader)
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await offerStorage(viewer, terms))
}

/** Prepares the end of an offer. */
export async function prepareClosing(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireStorage(PATH)
  const reader = readerOf(form)
  const storageId = readStorageId(reader)
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await closeStorage(viewer, storageId))
}
