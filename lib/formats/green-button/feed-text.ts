/** The Atom feed around Green Button's resources, as text. */

export interface FeedPlace {
  self: string
  up: string
  related: readonly string[]
}

interface FeedEntry {
  place: FeedPlace
  title: string
  /** UTC seconds. */
  at: number
  /** ESPI elements. */
  content: string
}

export const FEED_END = '</feed>\n'

export function feedStart({ title, at }: { title: string; at: number }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:espi="http://naesb.org/espi">
<id>${newId()}</id>
<title>${escaped(title)}</title>
<updated>${instant(at)}</updated>
<link rel="self" href="/espi/1_1/resource/Subscription/1"/>
`
}

export function feedEntry({ place, title, at, content }: FeedEntry): string {
  const link = (rel: string, href: string) => `<link rel="${rel}" href="${escaped(href)}"/>`
  const links = [
    link('self', place.self),
    link('up', place.up),
    ...place.related.map((href) => link('related', href)),
  ].join('')
  const dates = `<published>${instant(at)}</published><updated>${instant(at)}</updated>`
  return `<entry><id>${newId()}</id>${links}<title>${escaped(title)}</title><content>${content}</content>${dates}</entry>\n`
}

/** Of ESPI; what is within is written as it is. */
export function element(name: string, within: string): string {
  return within === '' ? `<espi:${name}/>` : `<espi:${name}>${within}</espi:${name}>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** Letters XML has no way to write: most control characters, and halves of letters. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter)
}

/** Ids of a download mean nothing outside it: none can be followed to a person. */
const newId = (): string => `urn:uuid:${crypto.randomUUID()}`
const instant = (at: number): string => new Date(at * 1_000).toISOString().replace('.000', '')
