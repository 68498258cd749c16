import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of an operator's page: heading, a card to act in, a table. */
export default function Loading() {
  const t = useTranslations('ui')
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-9 w-48 max-w-full sm:h-11" />
      <Skeleton className="mt-8 h-72 rounded-card" />
      <Skeleton className="mt-4 h-96 rounded-card" />
    </div>
  )
}
