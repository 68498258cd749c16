/** Who only looks downloads no wallet code; who signs in does, which shows that it would be noticed. */
import { expect, test, type Page } from '@playwright/test'
import { market } from './stack'

/** What viem and wagmi call themselves in their errors, whatever a bundler renames. */
const WALLET_CODE = /viem@|wagmi@/

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

for (const path of ['/', '/compare', '/check-day', '/check-bill']) {
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
