import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the list: the sessions that are open side by side, the others beneath. */
export default function Loading() {
  return (
    <PageSkeleton title="w-56">
      <div className="mt-10 grid gap-4 md:grid-cols-2 lg:grid-cols-3">
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
      </div>
      <Skeleton className="mt-10 h-80 rounded-card" />
    </PageSkeleton>
  )
}
