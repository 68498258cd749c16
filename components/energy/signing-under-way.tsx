'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'

/** Its code comes with it: hardly any page that could show a signature under way has one. */
export const UnderWay = partOnDemand(
  () => import('./under-way-card').then((module) => module.UnderWayCard),
  <Skeleton className="h-64 rounded-card" />,
  ['signing.underWay'],
)
