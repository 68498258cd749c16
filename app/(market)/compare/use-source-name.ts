import { useTranslations } from 'next-intl'
import type { UseSource } from './use-source'

/** What a use is called. A file's name is shown to the one who dropped it, and goes nowhere. */
export function useSourceName(source: UseSource): string {
  const t = useTranslations('compare')
  switch (source.kind) {
    case 'file':
      return source.file.name
    case 'own':
      return source.name
    case 'profile':
      return t(`profile.${source.key}.name`)
    case 'sums':
      return t('use.shared')
  }
}
