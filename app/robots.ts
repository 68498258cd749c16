import type { MetadataRoute } from 'next'

/** Members' pages need no mention: a crawler is no member, and is sent to sign in. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: '/api/' } }
}
