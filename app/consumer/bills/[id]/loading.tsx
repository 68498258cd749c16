import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of one bill: the amount, the lines, the band. */
export default function Loading() {
  return (
    <PageSkeleton>
      <Skeleton className="h-5 w-24" />
      <Skeleton className="mt-3 h-9 w-72 max-w-full sm:h-11" />
      <Skeleton className="mt-8 h-56 rounded-card" />
      <Skeleton className="mt-4 h-[30rem] rounded-card" />
      <Skeleton className="mt-4 h-64 rounded-card" />
    </PageSkeleton>
  )
}
