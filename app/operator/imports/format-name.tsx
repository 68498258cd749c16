import { useTranslations } from 'next-intl'

/** What a format is called; a file that was never understood has none. */
export function FormatName({ format }: { format: string | null }) {
  const t = useTranslations('imports.format')
  switch (format) {
    case 'nem12':
    case 'nem13':
    case 'green-button':
    case 'dsmr':
    case 'sml':
    case 'csv':
    case 'zip':
      return <>{t(format)}</>
    default:
      return <>{t('unknown')}</>
  }
}
