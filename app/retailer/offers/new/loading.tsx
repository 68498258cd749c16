import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'
import { FormSkeleton } from './form-skeleton'

export default function Loading() {
  const t = useTranslations('ui')
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="mb-8 h-9 w-64 max-w-full sm:h-11" />
      <FormSkeleton />
    </div>
  )
}
