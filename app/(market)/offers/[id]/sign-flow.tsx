'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'

/** Loads the form for those who can sign, and for nobody else. */
export const SignFlow = partOnDemand(
  () => import('./sign-form').then((module) => module.SignForm),
  <div className="space-y-4">
    <Skeleton className="h-10" />
    <Skeleton className="h-64" />
    <Skeleton className="h-11" />
  </div>,
  ['offers.terms', 'refusals', 'signing', 'wallet'],
)
