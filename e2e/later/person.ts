/** Whoever goes a long way, and what all of them do. */
import { expect, type Browser, type Page } from '@playwright/test'
import type { Read } from '../../lib/domain/metering/read'
import { registerValues } from '../../lib/domain/metering/register-values'
import type { Hex } from '../../lib/domain/units/hex'
import { watt, wh } from '../../lib/domain/units/units'
import { handIn, letTimePass, recordedReads } from '../market-chain'
import type { Locale } from '../words'

export const SLOW = { timeout: 60_000 }
export const TYPED_DATA = 'eth_signTypedData_v4'
export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }
export const HOUR_S = 3_600
/** Shanghai, all year. */
export const AHEAD_MS = 8 * HOUR_S * 1_000

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

/** The month after the last one that is billed goes by, and the meter counts in it what it counted in the one before. */
export async function nextBill(page: Page): Promise<void> {
  const meterId = (await page.locator('h2[id^="0x"]').first().getAttribute('id')) as Hex
  const [before, last] = (await recordedReads(meterId)).slice(-2)
  if (!before || !last) throw new Error('a building in the demo has a year behind it')
  const wall = new Date(last.time * 1_000 + AHEAD_MS)
  const time = (Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 1) - AHEAD_MS) / 1_000
  await letTimePass(time + HOUR_S)
  const values = last.importWh.map((value, register) => 2n * value - (before.importWh[register] ?? 0n))
  await handIn({ ...readOf(meterId, { time, sequence: last.sequence + 1, values }), exportWh: last.exportWh })
}
