import { envClient } from '@/lib/env-client'
import type { Groups, MessageGroup } from '@/lib/format/message-groups'

const asked = new Map<string, Promise<Groups>>()

/** Messages that the page did not bring. Asked for once each; if they do not come it rejects, and the next asks again. */
export function loadWords(locale: string, groups: readonly MessageGroup[]): Promise<Groups> {
  const path = `/api/words/${locale}/${groups.join(',')}?v=${envClient.wordsVersion}`
  const known = asked.get(path)
  if (known) return known
  const coming = fetchWords(path)
  asked.set(path, coming)
  coming.catch(() => asked.delete(path))
  return coming
}

async function fetchWords(path: string): Promise<Groups> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return (await answer.json()) as Groups
}
