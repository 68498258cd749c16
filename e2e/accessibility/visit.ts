import { expect, type Page } from '@playwright/test'
import { market } from '../stack'
import { barriers, COLOUR_RULES, NARROW_RULES } from './barriers'
import { chartFaults } from './charts'
import { motions, watchMotion } from './motion'
import { pageFacts } from './page-facts'
import { NARROW, overflows } from './reflow'
import { walkFaults } from './walk'

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }
const LANGUAGE = { en: 'en', zh: 'zh-Hans' } as const

/** Before the first visit. With less motion nothing is half-way between two colours when it is looked at. */
export async function prepare(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await watchMotion(page)
}

export interface Visit {
  title: string
  /** The folder it came to: some addresses only lead on. */
  landed: string
  findings: string[]
}

/** One page in both languages: English on a desktop and in the narrowest window, Chinese on a phone with everything unfolded. */
export async function visit(page: Page, path: string): Promise<Visit> {
  const desktop = await open(page, path, 'en', DESKTOP)
  const wide = [...(await looks(page)), ...(await walkFaults(page)), ...(await motions(page))]
  await narrow(page)
  const reflowed = [...(await overflows(page)), ...(await chartFaults(page)), ...(await barriers(page, NARROW_RULES))]

  const phone = await open(page, path, 'zh', PHONE)
  await page.evaluate(() => document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', '')))
  const hand = [...(await looks(page)), ...(await walkFaults(page)), ...(await motions(page))]
  await narrow(page)
  const small = await overflows(page)

  return {
    title: desktop.title,
    landed: new URL(page.url()).pathname,
    findings: [
      ...said('en 1280', [...desktop.findings, ...wide]),
      ...said('en 320', reflowed),
      ...said('zh 390', [...phone.findings, ...hand]),
      ...said('zh 320', small),
    ],
  }
}

/** What follows a window's width does so before the next picture. */
async function narrow(page: Page): Promise<void> {
  await page.setViewportSize(NARROW)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

async function open(page: Page, path: string, locale: keyof typeof LANGUAGE, size: typeof DESKTOP) {
  const { url } = market()
  await page.setViewportSize(size)
  await page.context().addCookies([{ name: 'locale', value: locale, url }])
  // An address that differs only after its # would be no new page.
  await page.goto('about:blank')
  await page.goto(`${url}${path}`)
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await expect(page.locator('main .animate-pulse'), 'nothing still loads').toHaveCount(0)
  return pageFacts(page, LANGUAGE[locale])
}

async function looks(page: Page): Promise<string[]> {
  const light = [...(await barriers(page)), ...(await chartFaults(page))]
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await barriers(page, COLOUR_RULES)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((fault) => `dark: ${fault}`)]
}

const said = (where: string, findings: readonly string[]) => findings.map((finding) => `${where}: ${finding}`)
