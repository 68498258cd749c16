import type { SkipRow } from '@/lib/db/read/settlement'

/** Settlement tries again and again: of each agreement's month only the last try counts. Takes and gives the newest first. */
export function latestSkips<Skip extends Pick<SkipRow, 'agreementId' | 'start'>>(skips: readonly Skip[]): Skip[] {
  const seen = new Set<string>()
  return skips.filter(({ agreementId, start }) => {
    const key = `${agreementId}-${start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
