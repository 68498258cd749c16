import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the form: cards of fields, the examples beside them. */
export function FormSkeleton() {
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-6">
      <div className="space-y-4 sm:space-y-6">
        <Skeleton className="h-80 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
      </div>
      <Skeleton className="h-96 rounded-card" />
    </div>
  )
}
