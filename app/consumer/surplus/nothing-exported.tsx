import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'

/** For whoever has no panels: what would stand here, and what there is for them. */
export function NothingExported() {
  const t = useTranslations('ownSurplus.nothing')
  return (
    <Card>
      <EmptyState title={t('title')} icon="sun" action={<LinkButton href="/surplus">{t('buy')}</LinkButton>}>
        {t('meaning')}
      </EmptyState>
    </Card>
  )
}
