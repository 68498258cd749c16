import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { signInAs } from './sign-in'
import { market } from './stack'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const NARROW = { width: 320, height: 720 }

/** `behind`: a page that lists pages of one thing each, and how their addresses begin. The first of them is checked too. */
const AREAS = [
  {
    who: null,
    paths: ['/', '/compare', '/compare#like=solar-home&kwh=5000', '/sign-in'],
    behind: { path: '/', begins: '/offers/0x' },
  },
  {
    who: 'University building b52, Cambridge',
    landing: /\/consumer$/,
    paths: ['/consumer', '/consumer/bills', '/consumer/wallet'],
    behind: { path: '/consumer/bills', begins: '/consumer/bills/0x' },
  },
  {
    who: 'University building b0, Cambridge',
    landing: /\/consumer$/,
    paths: [],
    behind: { path: '/consumer', begins: '/consumer/agreements/0x' },
  },
  {
    who: 'Home 8 with solar, California',
    landing: /\/consumer$/,
    paths: [
      '/consumer/bills',
      '/consumer/metering',
      '/consumer/metering?view=week',
      '/consumer/metering?view=year&compare=year',
    ],
    behind: { path: '/consumer/bills', begins: '/consumer/bills/0x' },
  },
  {
    who: 'Clearwater Energy',
    landing: /\/retailer\/offers$/,
    paths: ['/retailer/offers', '/retailer/offers/new', '/retailer/customers', '/retailer/bills'],
    behind: { path: '/retailer/bills', begins: '/retailer/bills/0x' },
  },
  {
    who: 'Hubei Grid Company (demo)',
    landing: /\/operator\/reads$/,
    paths: [
      '/operator/reads',
      '/operator/erasure?q=SY-',
      '/operator/imports',
      '/operator/meters',
      '/operator/meters/new',
    ],
    behind: { path: '/operator/meters', begins: '/operator/meters/0x' },
  },
  { who: 'Hubei Power Exchange (demo)', landing: /\/operator\/market$/, paths: ['/operator/market'] },
] as const

for (const area of AREAS) {
  test(`${area.who ?? 'a visitor'} meets no barrier, and nothing wider than a small phone`, async ({ page }) => {
    if (area.who) await signInAs(page, area.who, area.landing)
    for (const path of area.paths) await check(page, path)
    if ('behind' in area) await check(page, await firstBehind(page, area.behind))
  })
}

async function firstBehind(page: Page, { path, begins }: { path: string; begins: string }): Promise<string> {
  await page.goto(`${market().url}${path}`)
  const href = await page.getByRole('main').locator(`a[href^="${begins}"]`).first().getAttribute('href')
  return href ?? begins
}

async function check(page: Page, path: string): Promise<void> {
  await page.goto(`${market().url}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
  await page.setViewportSize(NARROW)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${path} at ${NARROW.width} px`).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 800 })
}
