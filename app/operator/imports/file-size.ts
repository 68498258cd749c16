import { languageTag, type Locale } from '@/lib/format/locale'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const STEP = 1_000

/** "812 byte", "3.2 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  const power = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const style = {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  } as const
  return new Intl.NumberFormat(languageTag[locale], style).format(bytes / STEP ** power)
}
