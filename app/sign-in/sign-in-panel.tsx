'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import type { SignInProps } from './sign-in'

const SignIn = dynamic(() => import('./sign-in').then((module) => module.SignIn), { ssr: false, loading: Waiting })

/** The wallet code arrives after the page. */
export function SignInPanel(props: SignInProps) {
  return <SignIn {...props} />
}

function Waiting() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
    </div>
  )
}
