import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  const t = useTranslations('shell.notFound')
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState title={t('title')} action={<LinkButton href="/">{t('home')}</LinkButton>}>
        {t('meaning')}
      </EmptyState>
    </>
  )
}
