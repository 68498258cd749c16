'use server'

import { formGiven } from '@/app/form-given'
import { utcSeconds } from '@/app/utc-seconds'
import type { Decision } from '@/lib/domain/decision'
import { confirmMailAddress, stopMails } from '@/lib/services/mail-settings'

type Before = Decision<true> | null

/** Nobody has to be signed in: the link is in a mailbox, and that is all it speaks of. */
export async function confirm(_: Before, form: FormData): Promise<Decision<true>> {
  return confirmMailAddress(secretOf(form), utcSeconds())
}

export async function stop(_: Before, form: FormData): Promise<Decision<true>> {
  return stopMails(secretOf(form), utcSeconds())
}

function secretOf(form: FormData): string {
  const secret = formGiven(form).get('secret')
  return typeof secret === 'string' ? secret : ''
}
