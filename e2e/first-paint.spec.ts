/** What a page can be read without comes once it is seen (docs/decisions/039-first-paint.md). */
import { expect, test, type Page } from '@playwright/test'
import { market } from './stack'

const FONTS = '**/fonts/*'
const lettersOf = (page: Page) =>
  page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`))
/** Of the last card: how it is laid out. */
const lastOffer = (page: Page) =>
  page
    .getByRole('article')
    .last()
    .locator('..')
    .evaluate((card) => getComputedStyle(card).contentVisibility)

test('a page is read before its letters come, and then is whole', async ({ page }) => {
  let send = () => {}
  const asked = new Promise<void>((said) =>
    page.route(FONTS, async (route) => {
      said()
      await new Promise<void>((sent) => (send = sent))
      await route.continue()
    }),
  )
  await page.goto(market().url, { waitUntil: 'domcontentloaded' })
  await asked
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await lastOffer(page)).toBe('auto')
  expect(await lettersOf(page)).not.toContain('Geist loaded')
  send()
  await expect(page.locator('html')).not.toHaveAttribute('data-loading')
  expect(await lettersOf(page)).toContain('Geist loaded')
  expect(await lastOffer(page)).toBe('visible')
})

test('letters that do not come leave a whole page', async ({ page }) => {
  await page.route(FONTS, (route) => route.abort())
  await page.goto(market().url)
  await expect(page.locator('html')).not.toHaveAttribute('data-loading')
  expect(await lastOffer(page)).toBe('visible')
})

test('files of a build come as they were compressed, or by gzip to who asks for that', async ({ request }) => {
  const { url } = market()
  const [file] = /\/_next\/static\/[^"\\]+\.js/.exec(await (await request.get(url)).text()) ?? []
  const encodingFor = async (accepted: string) =>
    (await request.get(url + file, { headers: { 'accept-encoding': accepted } })).headers()['content-encoding']
  expect(await encodingFor('br')).toBe('br')
  expect(await encodingFor('gzip')).toBe('gzip')
  expect((await request.get(`${url}/_next/static/none.js`)).status()).toBe(404)
})
