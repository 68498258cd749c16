import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the page: what is chosen, figures and curve, the meter and the download. */
export default function Loading() {
  return (
    <PageSkeleton title="w-48">
      <Skeleton className="mt-8 h-11 max-w-2xl rounded-control" />
      <Skeleton className="mt-6 h-[34rem] rounded-card" />
      <div className="mt-6 grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-72 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
      </div>
    </PageSkeleton>
  )
}
