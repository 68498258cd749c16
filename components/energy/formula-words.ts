import { useTranslations } from 'next-intl'

/** The words for a key under `formulas`, which is only known at run time; `otherwise` where there are none yet. */
export type FormulaWords = (key: string, otherwise: string, values?: Record<string, string>) => string

/** A formula that has no words in the messages shows the names it has in code: it works before it is translated. */
export function useFormulaWords(): FormulaWords {
  const t = useTranslations('formulas') as unknown as {
    (key: string, values?: Record<string, string>): string
    has: (key: string) => boolean
  }
  return (key, otherwise, values) => (t.has(key) ? t(key, values) : otherwise)
}
