'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import type { LoadCurvePlotProps } from './load-curve-plot'

const PLOT_HEIGHT = 'h-64 sm:h-80'
const Plot = partOnDemand(
  () => import('./load-curve-plot').then((module) => module.LoadCurvePlot),
  <Skeleton className={PLOT_HEIGHT} />,
)

/** Holds the place of the picture until it has come. */
export function LoadCurvePicture(props: LoadCurvePlotProps) {
  return (
    <div className={PLOT_HEIGHT}>
      <Plot {...props} />
    </div>
  )
}
