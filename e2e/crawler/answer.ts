/** What the market answers, so that two answers which say the same are the same. */
import type { APIResponse } from '@playwright/test'

export interface Answer {
  status: number
  headers: string
  /** As it came, to look for what must not be in it. */
  body: string
  /** The same for the same things, in whatever order a page became ready. */
  says: string
}

/** Of the connection, not of what was asked. */
const PASSING = /^(date|keep-alive|connection|content-length|etag)$/i

/** @param asked What was asked for by name: it stands as one word, whatever it is. */
export async function answerOf(response: APIResponse, asked: readonly string[] = []): Promise<Answer> {
  const headers = response
    .headersArray()
    .filter(({ name }) => !PASSING.test(name))
    .map(({ name, value }) => `${name.toLowerCase()}: ${value}`)
    .sort()
  const names = asked.flatMap((thing) => [thing, shortened(thing)])
  const text = (given: string) => names.reduce((rest, thing) => rest.replaceAll(thing, 'THING'), given)
  const body = await response.text()
  const says = response.headers()['content-type']?.startsWith('text/html') ? streamed(body) : body
  return { status: response.status(), headers: text(headers.join('\n')), body, says: rowsOf(text(says)) }
}

/** As pages write a long name that they do not know better. */
const shortened = (thing: string) => `${thing.slice(0, 6)}…${thing.slice(-4)}`

/** A page's HTML has in its scripts, bit by bit, all that it was made from: the rows that the router gets when it asks. */
function streamed(html: string): string {
  const bits = html.matchAll(/<script>self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs)
  return [...bits].map(([, bit]) => (JSON.parse(bit ?? '[]') as [number, string])[1]).join('')
}

/** Rows are numbered as they become ready, which is chance. */
function rowsOf(flight: string): string {
  const rows = flight.split('\n').map((row) => row.replace(/^[0-9a-f]+:/, '').replace(/\$[A-Za-z@]?[0-9a-f]+\b/g, '$'))
  return [...new Set(rows)].sort().join('\n')
}
