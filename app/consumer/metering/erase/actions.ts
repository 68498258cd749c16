'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formGiven } from '@/app/form-given'
import { utcSeconds } from '@/app/utc-seconds'
import { erasureForm } from '@/components/energy/erasure-form'
import { requireConsumer } from '@/lib/auth/viewer'
import type { Refusal } from '@/lib/domain/decision'
import { eraseMetering } from '@/lib/services/erase-metering'

const PATH = '/consumer/metering/erase'

/** Erases the viewer's own data, and nobody else's. */
export async function eraseOwn(_: Refusal | null, form: FormData): Promise<Refusal | null> {
  const viewer = await requireConsumer(PATH)
  const request = erasureForm(formGiven(form))
  if (!request) return { name: 'RequestMalformed', facts: {} }
  const erased = await eraseMetering(viewer, { ...request, person: viewer.address }, utcSeconds())
  if (!erased.ok) return erased.refusal
  revalidatePath('/consumer', 'layout')
  redirect(`${PATH}?done`)
}
