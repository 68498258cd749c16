import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a month's bills: months, figures, table, bars. */
export default function Loading() {
  return (
    <PageSkeleton title="w-56">
      <Skeleton className="mt-8 h-10 rounded-full" />
      <Skeleton className="mt-4 h-36 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
    </PageSkeleton>
  )
}
