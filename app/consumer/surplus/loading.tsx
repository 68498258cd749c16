import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the three pages: figures, then a list. */
export default function Loading() {
  return (
    <PageSkeleton title="w-48">
      <Skeleton className="mt-8 h-40 rounded-card" />
      <Skeleton className="mt-4 h-80 rounded-card" />
    </PageSkeleton>
  )
}
