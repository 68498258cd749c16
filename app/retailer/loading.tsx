import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a list: heading, figures, table. */
export default function Loading() {
  return (
    <PageSkeleton title="w-48">
      <Skeleton className="mt-8 h-28 rounded-card" />
      <Skeleton className="mt-4 h-[28rem] rounded-card" />
    </PageSkeleton>
  )
}
