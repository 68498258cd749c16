'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'

/** The wallet code arrives after the page. */
export const SignInPanel = partOnDemand(
  () => import('./sign-in').then((module) => module.SignIn),
  <div className="space-y-4">
    <Skeleton className="h-14" />
    <Skeleton className="h-14" />
  </div>,
  ['refusals', 'signIn', 'wallet'],
)
