import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the market's overview: health, figures, tables. */
export default function Loading() {
  return (
    <PageSkeleton title="w-48">
      <Skeleton className="mt-8 h-60 rounded-card" />
      <Skeleton className="mt-4 h-40 rounded-card" />
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-80 rounded-card" />
        <Skeleton className="h-80 rounded-card" />
      </div>
    </PageSkeleton>
  )
}
