import { PageSkeleton } from '@/components/ui/page-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a session: where it stands and its book on the left, what to do on the right. */
export default function Loading() {
  return (
    <PageSkeleton title="w-80">
      <div className="mt-8 grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="space-y-6">
          <Skeleton className="h-64 rounded-card" />
          <Skeleton className="h-96 rounded-card" />
        </div>
        <Skeleton className="h-96 rounded-card" />
      </div>
    </PageSkeleton>
  )
}
