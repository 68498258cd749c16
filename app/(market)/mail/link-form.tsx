'use client'

import { useActionState, type ReactNode } from 'react'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { Callout } from '@/components/ui/callout'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Decision } from '@/lib/domain/decision'

export interface LinkFormProps {
  action: (before: Decision<true> | null, form: FormData) => Promise<Decision<true>>
  /** What the link of the mail carries. */
  secret: string
  button: string
  doneTitle: string
  done: ReactNode
}

/** A button that does what a link in a mail is for. The link alone does nothing: programs that look for harm open links, too. */
export function LinkForm({ action, secret, button, doneTitle, done }: LinkFormProps) {
  const [outcome, send] = useActionState(action, null)
  if (outcome?.ok) {
    return (
      <Callout tone="success" title={doneTitle} live>
        {done}
      </Callout>
    )
  }
  return (
    <form action={send} className="space-y-4">
      <input type="hidden" name="secret" value={secret} />
      <SubmitButton>{button}</SubmitButton>
      {outcome && <RefusalMessage refusal={outcome.refusal} />}
    </form>
  )
}
