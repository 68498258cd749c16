import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the list of bills: figures, bars, table. */
export default function Loading() {
  return (
    <PageSkeleton title="w-40">
      <Skeleton className="mt-8 h-28 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
      <Skeleton className="mt-4 h-[36rem] rounded-card" />
    </PageSkeleton>
  )
}
