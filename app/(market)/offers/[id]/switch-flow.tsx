'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'

/** Loads the form for those who can switch, and for nobody else. */
export const SwitchFlow = partOnDemand(
  () => import('./switch-form').then((module) => module.SwitchForm),
  <div className="space-y-4">
    <Skeleton className="h-16" />
    <Skeleton className="h-64" />
    <Skeleton className="h-11" />
  </div>,
  ['offers.terms', 'refusals', 'signing', 'switching', 'wallet'],
)
