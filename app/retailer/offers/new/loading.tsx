import { PageSkeleton } from '@/components/ui/page-skeleton'
import { FormSkeleton } from './form-skeleton'

export default function Loading() {
  return (
    <PageSkeleton title="mb-8 w-64">
      <FormSkeleton />
    </PageSkeleton>
  )
}
