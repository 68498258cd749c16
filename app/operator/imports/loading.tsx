import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the page: a place for files, and a list. */
export default function Loading() {
  return (
    <PageSkeleton title="w-40">
      <Skeleton className="mt-8 h-72 rounded-card" />
      <Skeleton className="mt-6 h-96 rounded-card" />
    </PageSkeleton>
  )
}
