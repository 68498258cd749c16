/** Whoever goes a long way, and what all of them do. */
import { expect, type Browser, type Page } from '@playwright/test'
import type { Read } from '../../lib/domain/metering/read'
import { registerValues } from '../../lib/domain/metering/register-values'
import type { Hex } from '../../lib/domain/units/hex'
import { watt, wh } from '../../lib/domain/units/units'
import type { Locale } from '../words'

export const SLOW = { timeout: 60_000 }
export const TYPED_DATA = 'eth_signTypedData_v4'
export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }
export const HOUR_S = 3_600
/** Shanghai, all year. */
export const AHEAD_MS = 8 * HOUR_S * 1_000
/** WCAG 2.2 AA, as in accessibility.spec.ts. */

export interface Person {
  name: string
  locale: Locale
  viewport: { width: number; height: number }
}

/** A browser of its own in a person's language and size. */
export async function pageOf(browser: Browser, { locale, viewport }: Person): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: locale === 'zh' ? 'zh-CN' : 'en-GB' })
  context.setDefaultTimeout(SLOW.timeout)
  return context.newPage()
}

export const readOf = (
  meterId: Hex,
  { time, sequence, values }: { time: number; sequence: number; values: readonly bigint[] },
): Read => ({
  ...{ meterId, time, sequence, quality: 'Measured', exportWh: wh(0n), maxDemand: watt(0n) },
  importWh: registerValues(values.map(wh)),
  intervalRoot: `0x${'0'.repeat(64)}`,
})

/** The market follows the chain: what it has not written down yet is a moment away. */
export async function reloadUntil(page: Page, isThere: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload()
    await isThere()
  }).toPass(SLOW)
}

export const totalOf = async (page: Page): Promise<bigint> =>
  BigInt((await page.locator('[data-bill-total]').getAttribute('data-bill-total')) ?? '')
