import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the list of bills: figures, bars, table. */
export default function Loading() {
  const t = useTranslations('ui')
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-9 w-40 max-w-full sm:h-11" />
      <Skeleton className="mt-8 h-28 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
      <Skeleton className="mt-4 h-[36rem] rounded-card" />
    </div>
  )
}
