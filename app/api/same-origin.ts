/**
 * Whether a request that is signed in by its cookie comes from a page of this market. The cookie goes with every request of
 * the same site, which a neighbour on another port or subdomain is, too; what a page sends, the browser says in these headers
 * and no page can change them. A program sends none: it has no cookie but the one it was given.
 */
export function isFromHere({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  // Browsers leave the first header out where the connection is not private.
  const origin = headers.get('origin')
  if (origin === null) return true
  return URL.canParse(origin) && new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'))
}
