/** A second web app of the same build, whose database does not answer: it says so in the visitor's language, and offers to try again. */
import { expect, test, type BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { choosePort } from '../scripts/stack/ports.mjs'
import { startWeb } from '../scripts/stack/web.mjs'
import { expectNoBarrier } from './accessibility/barriers'
import { demoMembers, market } from './stack'
import { words } from './words'

const SECRET = 'a-database-that-is-away-0123456789'
const NOBODY_LISTENS = 'postgresql://nobody@127.0.0.1:1/away'

let url: string
let web: ReturnType<typeof startWeb>

test.beforeAll(async () => {
  const { rpcUrl, deploymentFile } = market()
  const port = await choosePort({ name: 'The web app', candidates: [], taken: new Set<number>() })
  url = `http://localhost:${port}`
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'production' as const, NEXTAUTH_URL: url, NEXTAUTH_SECRET: SECRET, SWITCHYARD_MODE: 'demo' },
    ...{ DATABASE_URL: NOBODY_LISTENS, RPC_URL: rpcUrl, DEPLOYMENT_FILE: deploymentFile },
  }
  web = startWeb({ root: process.cwd(), env, logDir: test.info().outputDir, dev: false, host: '127.0.0.1', port })
  const answers = async () => (await fetch(`${url}/api/health`).catch(() => null))?.status
  await expect.poll(answers, { timeout: 60_000 }).toBe(503)
})

test.afterAll(() => web.stop())

async function signedIn(context: BrowserContext): Promise<void> {
  const sub = demoMembers()[0]?.address ?? ''
  const value = await encode({ token: { sub }, secret: SECRET })
  await context.addCookies([{ name: 'next-auth.session-token', value, url }])
}

for (const locale of ['en', 'zh'] as const) {
  const said = words(locale)

  test(`a visitor is told, in the frame of the market (${locale})`, async ({ page, context }) => {
    await context.addCookies([{ name: 'locale', value: locale, url }])
    const answer = await page.goto(url)
    expect(answer?.status()).toBe(500)
    await expect(page.getByRole('heading', { name: said('shell.error.title') })).toBeVisible()
    await expect(page.getByRole('banner')).toBeVisible()
    await expectNoBarrier(page)
  })

  test(`a member, whose frame cannot be drawn, is told in its place (${locale})`, async ({ page, context }) => {
    await context.addCookies([{ name: 'locale', value: locale, url }])
    await signedIn(context)
    const answer = await page.goto(`${url}/consumer`)
    expect(answer?.status()).toBe(500)
    await expect(page.getByRole('heading', { name: said('shell.error.title') })).toBeVisible()
    await expect(page.getByRole('banner')).toBeHidden()
    await expectNoBarrier(page)
    await page.getByRole('button', { name: said('shell.error.retry') }).click()
    await expect(page.getByRole('heading', { name: said('shell.error.title') })).toBeVisible()
  })
}
