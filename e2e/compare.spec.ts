/** A first visit: a real year as a file, every offer ranked on it, side by side, as a link, and on to an offer. No account. */
import { readFileSync } from 'node:fs'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { dropLongFile, dropText, longestPause, tabTo } from './compare/person'
import { lastTwelveMonths, yearFile } from './compare/year-file'
import { offerWith, yearlyCost, type PublishedOffer } from './compare/yearly-cost'
import { signInAs } from './sign-in'
import { market } from './stack'

const SLOW = { timeout: 60_000 }
const SAMPLES = new URL('../lib/formats/samples/', import.meta.url)

test('a year of a real home ranks every offer, to the unit, and goes with its plan to the offer', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const year = yearFile('netherlands-home-2', lastTwelveMonths(Date.now()))
  await page.goto(market().url)
  await page.getByRole('main').getByRole('link', { name: 'Compare on your own use' }).click()
  await expect(page).toHaveURL(/\/compare$/)
  const sent = requestsWithBody(page)
  await dropText(page, 'my-home.csv', year.text)
  const list = page.getByRole('list').and(page.locator('[data-results]'))
  await expect(list).toBeVisible(SLOW)
  await expect(page.getByRole('heading', { name: 'What a year would cost' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'First in the list' })).toBeAttached()

  // The first offer's year, by a plain loop over the file with dates: see compare/yearly-cost.ts.
  const offers = await publishedOffers(page)
  const ids = await idsIn(page)
  expect(ids.length).toBe(4)
  const first = page.locator('[data-offer]').first()
  await first.getByRole('button', { name: /^Details/ }).click()
  for (const [level, percent] of [
    ['at85', 85n],
    ['at100', 100n],
    ['at115', 115n],
  ] as const) {
    const expected = yearlyCost(offerWith(offers, ids[0]), year, percent)
    await expect(first.locator(`[data-level=${level}] data`)).toHaveAttribute('value', String(expected))
  }
  // Ranked by what is likely, which lies between its ends.
  const likely = await amountsIn(page)
  expect([...likely].sort((a, b) => (a < b ? -1 : 1))).toEqual(likely)
  await expectNoBarrier(page)

  // Filter: only those that are all green; and back.
  await page.getByLabel('Green energy').selectOption('100')
  await expect(page.locator('[data-offer]')).toHaveCount(1)
  await page.getByLabel('Green energy').selectOption('0')
  await page.getByLabel('Sort by').selectOption('exit')
  await expect(page.locator('[data-offer]').first()).toContainText('No exit fee')
  await page.getByLabel('Sort by').selectOption('likely')

  // Side by side.
  for (const place of [0, 2]) await page.locator('[data-offer]').nth(place).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Compare these' }).click()
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeFocused()
  await expect(page.locator('[data-beside] thead th')).toHaveCount(3)
  const beside = await page.locator('[data-beside] [data-fact=likely] data').evaluateAll(valuesOf)
  expect(beside).toEqual([String(likely[0]), String(likely[2])])

  // A link: the same order in another browser, and nothing of the file in it.
  await page.getByRole('button', { name: 'Share this list' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  expect(link).not.toContain('my-home')
  expect(new URL(link).search).toBe('')
  await expectSameOrder(browser, link, ids)

  // On to the offer, with the energy to agree on.
  await first.getByRole('link', { name: /^Go to/ }).click()
  await expect(page).toHaveURL(new RegExp(`/offers/${ids[0]}\\?plan=(\\d+\\.){11}\\d+$`))
  const plan = (new URL(page.url()).searchParams.get('plan') ?? '').split('.').map(Number)
  const agreed = plan.reduce((sum, kwh) => sum + kwh, 0)
  expect(Math.abs(agreed / year.totalKwh - 1)).toBeLessThan(0.25)
  const signIn = await page
    .getByRole('main')
    .getByRole('link', { name: 'Sign in to choose this offer' })
    .getAttribute('href')
  expect(signIn).toContain(encodeURIComponent(`plan=${plan.join('.')}`))

  // Back again: the list is still there, and the file never left.
  await page.goBack()
  await expect(page.locator('[data-offer]')).toHaveCount(4)
  expect(sent()).toEqual([])
})

test('files that are short, broken, unknown or long each say what they are, and can be taken back', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.goto(`${market().url}/compare`)
  const sent = requestsWithBody(page)
  const month = readFileSync(new URL('nem12/Example_NEM12_month_solar.csv', SAMPLES), 'utf8')
  await dropText(page, 'month.csv', month)
  await expect(page.getByText(/The file has only/)).toBeVisible(SLOW)
  await expect(page.locator('[data-offer]').first()).toBeVisible()
  await page.getByRole('button', { name: 'Remove the file' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-offer]').first()).toBeVisible(SLOW)
  await page.getByRole('button', { name: 'Remove the file' }).click()

  await dropText(page, 'broken.csv', '100,NEM12,202611260101,MDA,RET\n300,20261124,not a number\n900\n')
  await expect(page.getByText('This file cannot be used')).toBeVisible(SLOW)
  await expect(page.locator('[data-fault]').first()).toContainText('Line 2:')
  await expect(page.getByRole('heading', { name: 'broken.csv' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove the file' }).click()

  const days = Array.from({ length: 35 * 24 }, (_, hour) => {
    const date = new Date(Date.UTC(2026, 0, 1, hour)).toISOString()
    return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)} ${date.slice(11, 16)};0,25`
  })
  await dropText(page, 'zaehler.csv', ['Wann;Bezug', ...days, ''].join('\n'))
  await expect(page.getByText('What do the columns mean?')).toBeVisible(SLOW)
  await expect(page.getByRole('row').filter({ hasText: '0.250' }).first()).toBeVisible(SLOW)
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Read the file this way' }).click()
  await expect(page.locator('[data-offer]').first()).toBeVisible(SLOW)
  await page.getByRole('button', { name: 'Remove the file' }).click()

  // Long: the page answers while it is read, and what is read can be stopped.
  const idle = await longestPause(page)
  await dropLongFile(page)
  await expect(page.locator('[data-stage=reading]')).toBeVisible()
  const reading = await longestPause(page)
  await expect(page.locator('[data-stage=reading]')).toBeVisible()
  expect(reading, `milliseconds without a frame while 40 MB are read; ${idle} before`).toBeLessThan(500 + 4 * idle)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Drop the file here')).toBeVisible()
  expect(sent()).toEqual([])
})

test('on a phone, in Chinese, by keyboard alone', async ({ browser }) => {
  test.setTimeout(240_000)
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${market().url}/compare`)
  await page.waitForLoadState('networkidle')
  await expectNoBarrier(page)
  await tabTo(page, '[data-profile=solar-home]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '一年的费用' })).toBeFocused(SLOW)
  await expectNoBarrier(page)
  await expectNoOverflow(page, [390, 320])

  const first = page.locator('[data-offer]').first()
  await tabTo(page, '[data-offer] button[aria-expanded]')
  await page.keyboard.press('Enter')
  await expect(first.locator('[data-why]')).toBeVisible(SLOW)
  await tabTo(page, '[data-offer] input[type=checkbox]')
  await page.keyboard.press('Space')
  await tabTo(page, '[data-offer]:nth-child(2) input[type=checkbox]')
  await page.keyboard.press('Space')
  await tabTo(page, '[data-beside-open]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '并排比较' })).toBeFocused()
  await expectNoOverflow(page, [390, 320])
  await expectNoBarrier(page)

  // The address says it all: another browser shows the same.
  const ids = await idsIn(page)
  await expectSameOrder(browser, page.url(), ids)
  await first.locator('a[href*="plan="]').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?plan=/)
  await context.close()
})

test('a member compares on their own reads, for their own connection, and nobody else can fetch them', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'Home 5 with solar, California', /\/consumer$/)
  await page.goto(`${market().url}/compare`)
  const download = page.waitForRequest(/green-button\.xml/)
  await page.getByRole('button', { name: 'Home 5 with solar, California', exact: true }).click()
  await expect(page.locator('[data-offer]')).toHaveCount(4, SLOW)
  await expect(page.getByLabel('Offers for')).toHaveCount(0)
  const stranger = await page.request.fetch((await download).url(), { headers: { cookie: '' }, maxRedirects: 0 })
  expect(stranger.status()).toBe(307)
})

/* WHAT IS EXPECTED */

async function expectSameOrder(browser: Browser, link: string, ids: readonly string[]): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await expect(page.locator('[data-offer]').first()).toBeVisible(SLOW)
  expect(await idsIn(page)).toEqual(ids)
  await context.close()
}

async function expectNoOverflow(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: widths[0] ?? 390, height: 844 })
}

/* WHAT THE PAGE SAYS */

async function idsIn(page: Page): Promise<string[]> {
  return page.locator('[data-offer]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-offer') ?? ''))
}

async function amountsIn(page: Page): Promise<bigint[]> {
  const values = await page.locator('[data-offer] [data-likely] data').evaluateAll(valuesOf)
  return values.map(BigInt)
}

function valuesOf(elements: Element[]): string[] {
  return elements.map((element) => element.getAttribute('value') ?? '')
}

async function publishedOffers(page: Page): Promise<PublishedOffer> {
  const answer = await page.request.get(`${market().url}/compare/market.json`)
  return (await answer.json()) as PublishedOffer
}

/** Everything that was sent with a body: a file would be one of them. */
function requestsWithBody(page: Page): () => string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.postData()) sent.push(`${request.method()} ${request.url()}`)
  })
  return () => sent
}
