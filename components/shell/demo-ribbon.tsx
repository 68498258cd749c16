import { useTranslations } from 'next-intl'

/** Says on every page that nothing here is owed by anyone. */
export function DemoRibbon() {
  const t = useTranslations('shell.demo')
  return (
    <aside aria-label={t('label')} className="bg-warning-ground px-4 py-1.5 text-center text-xs text-ink print:hidden">
      <p>
        <strong className="font-semibold text-warning">{t('title')}</strong>
        <span className="max-sm:sr-only"> {t('detail')}</span>
      </p>
    </aside>
  )
}
