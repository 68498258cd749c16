import { defineConfig } from 'prisma/config'

// The product applies its migrations itself (scripts/migrate.ts). This file is for Prisma's own tools; those that need
// no database, such as `prisma generate`, run without DATABASE_URL.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
