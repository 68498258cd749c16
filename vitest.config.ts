import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const exclude = [...configDefaults.exclude, 'e2e/**', '.next/**', '.data/**', 'contracts/**']

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }], conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server'] } }, // `server-only` throws without it.
  test: {
    // A folder with the whole of the sample files, of which the project carries a few.
    provide: { sampleData: process.env['SAMPLE_DATA'] ?? '' },
    projects: [
      {
        extends: true,
        // Pure: no services, no files written.
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude, testTimeout: 30_000 },
      },
      {
        extends: true,
        // Against a real PostgreSQL and a real chain, which all files share: one file at a time.
        test: {
          name: 'integration',
          include: ['**/*.spec.ts'],
          exclude,
          globalSetup: ['scripts/stack/vitest-setup.ts'],
          fileParallelism: false,
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

declare module 'vitest' {
  interface ProvidedContext {
    sampleData: string
  }
}
