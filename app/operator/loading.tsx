import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of an operator's page: heading, a card to act in, a table. */
export default function Loading() {
  return (
    <PageSkeleton title="w-48">
      <Skeleton className="mt-8 h-72 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
    </PageSkeleton>
  )
}
