export const locales = ['en', 'zh'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'
export const LOCALE_COOKIE = 'locale'

/** The BCP 47 tag that decides digits, dates and the document language. */
export const languageTag: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' }

/** Between two sentences: Chinese needs none, since its full stop brings its own room. */
export const sentenceGap: Record<Locale, string> = { en: ' ', zh: '' }

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/**
 * The visitor's choice if there is one, else the first language of the browser that we speak, else English.
 * `acceptLanguage` is the request header; browsers send it most wanted first.
 */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  for (const wanted of (acceptLanguage ?? '').split(',')) {
    const language = wanted.trim().slice(0, 2).toLowerCase()
    if (isLocale(language)) return language
  }
  return defaultLocale
}
