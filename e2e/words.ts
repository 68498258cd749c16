/** What the pages say, in either language: a journey that is made in both finds what a person reads. */
import { readFileSync } from 'node:fs'

export type Locale = 'en' | 'zh'

/** A message by its path: its longest stretch without a fact or a mark. */
export function words(locale: Locale): (path: string) => string {
  const messages = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as unknown
  return (path) => {
    const found = path
      .split('.')
      .reduce((group, key) => (group as Record<string, unknown> | undefined)?.[key], messages)
    if (typeof found !== 'string') throw new Error(`messages/${locale}.json says nothing at ${path}`)
    const stretches = found.split(/\{[^}]*\}|<[^>]*>|\}/).map((stretch) => stretch.trim())
    return stretches.sort((a, b) => b.length - a.length)[0] ?? ''
  }
}
