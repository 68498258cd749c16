/** Where a member's own work is. */
export function memberHome(roles: readonly string[]): string {
  if (roles.includes('chargingPoint')) return '/operator/charging'
  if (roles.includes('storage')) return '/operator/storage'
  if (roles.includes('consumer')) return '/consumer'
  if (roles.includes('retailer')) return '/retailer/offers'
  if (roles.includes('grid') || roles.includes('exchange')) return '/operator'
  return '/'
}

/** A path of this site to return to; anything else, such as another site's address, is dropped. */
export function ownPath(callbackUrl: unknown, origin: string): string | null {
  if (typeof callbackUrl !== 'string' || !URL.canParse(callbackUrl, origin)) return null
  const url = new URL(callbackUrl, origin)
  if (url.origin !== new URL(origin).origin || url.pathname.startsWith('/sign-in')) return null
  // "/.//elsewhere.example" is a path of this site that a browser would read as another one.
  if (url.pathname.startsWith('//')) return null
  return url.pathname + url.search
}
