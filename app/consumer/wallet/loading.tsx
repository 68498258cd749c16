import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the account: two balances, movements. */
export default function Loading() {
  return (
    <PageSkeleton title="w-40">
      <Skeleton className="mt-8 h-44 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
    </PageSkeleton>
  )
}
