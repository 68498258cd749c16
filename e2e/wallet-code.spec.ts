/** Who only looks downloads no wallet code; who signs in does, which shows that it would be noticed. */
import { expect, test, type Page } from '@playwright/test'
import { newMeter } from './market-chain'
import { openOffer, plan, planFields, signButton } from './offer-page'
import { signInAs } from './sign-in'
import { market } from './stack'

/** What viem and wagmi call themselves in their errors, whatever a bundler renames. */
const WALLET_CODE = /viem@|wagmi@/
const HOME = 'Home 1 with solar, California'
const OFFER = 'Home Simple'

/** `button`: the one that comes with the code; a slow machine may be idle before it asks for it. */
async function scriptsWithWalletCode(page: Page, path: string, button?: string): Promise<string[]> {
  const bodies: Promise<[string, string]>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    bodies.push(response.text().then((text) => [new URL(response.url()).pathname, text]))
  })
  await page.goto(`${market().url}${path}`, { waitUntil: 'networkidle' })
  if (button) await page.getByRole('button', { name: button }).waitFor()
  const scripts = await Promise.all(bodies)
  expect(scripts.length).toBeGreaterThan(0)
  return scripts.filter(([, text]) => WALLET_CODE.test(text)).map(([script]) => script)
}

for (const path of ['/', '/compare', '/check-day', '/check-bill', '/surplus', '/surplus/1']) {
  test(`${path} ships no wallet code`, async ({ page }) => {
    expect(await scriptsWithWalletCode(page, path)).toEqual([])
  })
}

test('an offer ships no wallet code to a visitor', async ({ page }) => {
  await page.goto(market().url)
  const offer = await page.locator('a[href^="/offers/0x"]').first().getAttribute('href')
  expect(await scriptsWithWalletCode(page, offer ?? '')).toEqual([])
})

test('signing in loads it', async ({ page }) => {
  expect(await scriptsWithWalletCode(page, '/sign-in', 'Connect a wallet')).not.toEqual([])
})

test('a consumer fills in a form without it, and the first touch loads it', async ({ page: first, context }) => {
  const meterId = await newMeter(HOME)
  await signInAs(first, HOME, /\/consumer$/)
  const page = await context.newPage()
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  })
  const withWalletCode = async () => (await Promise.all(scripts)).filter((text) => WALLET_CODE.test(text)).length
  await openOffer(page, OFFER)
  await expect(signButton(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await withWalletCode()).toBe(0)
  await plan(page, meterId, '300')
  await expect.poll(withWalletCode).toBeGreaterThan(0)
})

test('words that do not come are said, and come when asked for again', async ({ page }) => {
  await page.route('**/api/words/**', (route) => route.abort())
  await openOffer(page, OFFER)
  await page.getByRole('button', { name: 'Try it with your own figures' }).click()
  await expect(page.getByRole('alert').getByText('This part did not load')).toBeVisible()
  await page.unroute('**/api/words/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(planFields(page).first()).toBeVisible()
})

test('wallet code that does not come is said, and comes when asked for again', async ({ page: first, context }) => {
  const meterId = await newMeter(HOME)
  await signInAs(first, HOME, /\/consumer$/)
  const page = await context.newPage()
  await openOffer(page, OFFER)
  await expect(signButton(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.route('**/_next/static/chunks/**', (route) => route.abort())
  await plan(page, meterId, '300')
  await signButton(page).click()
  await expect(page.getByRole('alert').getByText('This part did not load')).toBeVisible()
  await page.unroute('**/_next/static/chunks/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  // No wallet is connected in this tab: it asks which one.
  await expect(page.getByRole('dialog')).toBeVisible()
})
