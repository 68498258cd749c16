'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import type { SignFormProps } from './sign-form'

const SignForm = dynamic(() => import('./sign-form').then((module) => module.SignForm), {
  ssr: false,
  loading: Waiting,
})

/** Loads the wallet code for those who can sign, and for nobody else. */
export function SignFlow(props: SignFormProps) {
  return <SignForm {...props} />
}

function Waiting() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-10" />
      <Skeleton className="h-64" />
      <Skeleton className="h-11" />
    </div>
  )
}
