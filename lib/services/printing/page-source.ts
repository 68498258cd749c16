/**
 * What a page that is printed may load: itself, as the member who asks for it, and the styles, scripts and fonts of this build. All of
 * it is fetched here. The browser is handed the answers: it never holds the member's cookies, and cannot ask for anything else.
 */
import { env } from '@/lib/env'

export interface Served {
  status: number
  type: string
  body: Buffer
}

export interface PageSource {
  /** The address of the page, and nobody else's. */
  url: string
  /** Null: it may not have that. */
  serve: (method: string, url: string) => Promise<Served | null>
}

const PATIENCE_MS = 45_000
const LARGEST = 8 * 1024 * 1024
/** Names of chunks hold the brackets of routes. */
const ASSETS = /^\/(?:_next\/static|fonts)\/[\w./~@%()[\]+!$,=&;:-]+$/

/**
 * @param path Of a page of this market, built by the caller from checked parts.
 * @param cookie The asking member's own.
 */
export function pageSource(path: string, cookie: string): PageSource {
  const { origin } = new URL(env.publicUrl)
  const page = new URL(path, origin)
  if (page.origin !== origin) throw new RangeError(`${path} is no page of this market`)
  return {
    url: page.href,
    async serve(method, address) {
      const wanted = URL.canParse(address) ? new URL(address) : null
      if (method !== 'GET' || wanted?.origin !== origin) return null
      if (wanted.href === page.href) return fetched(page, { cookie: onWhite(cookie) })
      return ASSETS.test(wanted.pathname) && !wanted.pathname.includes('..') ? fetched(wanted, {}) : null
    },
  }
}

/** Paper is light, whatever the member has chosen for the screen. */
function onWhite(cookie: string): string {
  const others = cookie.split(/;\s*/).filter((one) => !one.startsWith('theme='))
  return [...others, 'theme=light'].join('; ')
}

/** A redirect is not followed: it would lead to another page. */
async function fetched(url: URL, headers: Record<string, string>): Promise<Served | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const response = await fetch(url, { headers, redirect: 'manual', cache: 'no-store', signal })
  if (!response.ok) return null
  const body = Buffer.from(await response.arrayBuffer())
  if (body.length > LARGEST) return null
  return { status: response.status, type: response.headers.get('content-type') ?? 'application/octet-stream', body }
}
