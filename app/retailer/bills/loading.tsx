import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a month's bills: months, figures, table, bars. */
export default function Loading() {
  const t = useTranslations('ui')
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-9 w-56 max-w-full sm:h-11" />
      <Skeleton className="mt-8 h-10 rounded-full" />
      <Skeleton className="mt-4 h-36 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
    </div>
  )
}
