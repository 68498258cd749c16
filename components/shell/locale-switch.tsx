import { useLocale, useTranslations } from 'next-intl'
import type { Locale } from '@/lib/format/locale'

/** Writes the choice down and shows the page again; given by the layout, since components do not reach into `app`. */
export type LocaleAction = (form: FormData) => Promise<void>

const OTHER: Record<Locale, { locale: Locale; name: string; lang: string }> = {
  en: { locale: 'zh', name: '中文', lang: 'zh-Hans' },
  zh: { locale: 'en', name: 'English', lang: 'en' },
}

/** A button in the other language's own name. A plain form: it works before, and without, any script. */
export function LocaleSwitch({ action }: { action: LocaleAction }) {
  const t = useTranslations('shell')
  const other = OTHER[useLocale()]
  return (
    <form action={action}>
      <button
        name="locale"
        value={other.locale}
        lang={other.lang}
        title={t('switchLanguage')}
        className="min-h-11 min-w-11 rounded-control px-2.5 text-sm font-medium text-quiet hover:bg-sunken hover:text-ink sm:min-h-10"
      >
        {other.name}
      </button>
    </form>
  )
}
