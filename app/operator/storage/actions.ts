'use server'

import { requireStorage } from '@/lib/auth/viewer'
import { closeStorage, offerStorage } from '@/lib/services/offer-storage'
import { faulty, isFaulty, prepared, type Outcome } from '../meters/outcome'
import { readerOf } from '../meters/reader-of'
import { readStorage, readStorageId } from './storage-form'

const PATH = '/operator/storage'

/** Prepares an offer of storage; the operator's own wallet publishes it. */
export async function prepareStorage(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireStorage(PATH)
  const reader = readerOf(form)
  const terms = readStorage(reader)
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await offerStorage(viewer, terms), PATH)
}

/** Prepares the end of an offer. */
export async function prepareClosing(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireStorage(PATH)
  const reader = readerOf(form)
  const storageId = readStorageId(reader)
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await closeStorage(viewer, storageId), PATH)
}
