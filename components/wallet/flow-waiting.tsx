import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** Where the steps of a flow will be, while the wallet code is on its way. */
export function FlowWaiting() {
  const t = useTranslations('ui')
  return (
    <div role="status">
      <p className="mb-2 text-sm text-quiet">{t('loading')}</p>
      <Skeleton className="h-11" />
    </div>
  )
}
