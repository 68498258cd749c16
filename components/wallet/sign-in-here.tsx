'use client'

import { useState, type MouseEvent } from 'react'
import { LinkButton } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from './flow-waiting'
import type { SignInHereFlowProps } from './sign-in-here-flow'

const Flow = partOnDemand(
  () => import('./sign-in-here-flow').then((module) => module.SignInHereFlow),
  <FlowWaiting />,
  ['refusals', 'signIn', 'wallet'],
)

export interface SignInHereProps extends Omit<SignInHereFlowProps, 'onGiveUp'> {
  /** This page, to come back to where there are no scripts. */
  path: string
  /** What the button says. */
  label: string
}

/** Signs in without leaving the page; the wallet code comes with the reach for it. */
export function SignInHere({ path, label, ...props }: SignInHereProps) {
  const [open, setOpen] = useState(false)

  function press(event: MouseEvent) {
    // A press that asks for another tab or window is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    setOpen(true)
  }

  if (open) return <Flow {...props} onGiveUp={() => setOpen(false)} />
  return (
    <LinkButton
      href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}
      onClick={press}
      onFocus={Flow.preload}
      onPointerEnter={Flow.preload}
      variant="primary"
      wide
      prefetch={false}
    >
      {label}
    </LinkButton>
  )
}
