import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** Stands in every window of the demo wallet. */
export function DemoMark() {
  const t = useTranslations('wallet.demo')
  return (
    <span className="flex items-start gap-2 rounded-control bg-warning-ground px-3 py-2 text-sm text-warning">
      <Icon name="alert" size={18} className="mt-px" />
      <span>{t('mark')}</span>
    </span>
  )
}
