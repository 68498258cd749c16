import { defineConfig } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH

/** Time on a chain never goes back: journeys that take months come after all others. */
const LATER = '**/later/*.spec.ts'

/** One whole market, seeded once, shared by all journeys: they run one after the other and each leaves the others' members alone. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/stack.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'today', testIgnore: LATER },
    { name: 'later', testMatch: LATER },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
      ...(executablePath && { executablePath }),
    },
  },
})
