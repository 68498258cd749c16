'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formGiven } from '@/app/form-given'
import { utcSeconds } from '@/app/utc-seconds'
import { erasureForm } from '@/components/energy/erasure-form'
import { requireOperator } from '@/lib/auth/viewer'
import type { Refusal } from '@/lib/domain/decision'
import { eraseMetering } from '@/lib/services/erase-metering'

const PATH = '/operator/erasure'

/** Erases what somebody asked the operator of the meter to erase. */
export async function eraseOnRequest(_: Refusal | null, form: FormData): Promise<Refusal | null> {
  const viewer = await requireOperator(PATH)
  const request = erasureForm(formGiven(form))
  if (!request) return { name: 'RequestMalformed', facts: {} }
  const erased = await eraseMetering(viewer, request, utcSeconds())
  if (!erased.ok) return erased.refusal
  revalidatePath('/operator', 'layout')
  redirect(`${PATH}?done`)
}
