import { readFileSync } from 'node:fs'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { demoMeterKey } from '../lib/chain/meter-keys'
import type { Read, ReadQuality } from '../lib/domain/metering/read'
import { registerValues } from '../lib/domain/metering/register-values'
import type { Address, Hex } from '../lib/domain/units/hex'
import { watt, wh } from '../lib/domain/units/units'
import { signInAs } from './sign-in'
import { market } from './stack'

/** The demo's seed could not read this one at the end of the last month. */
const ESTIMATED = 'Home 8 with solar, California'
const UNSUPPLIED = 'Home 1 with solar, Netherlands'
const GRID = 'Hubei Grid Company (demo)'
const RELAYED = { timeout: 60_000 }

test('a bill from an estimated read is made again from the true one, and the money comes back', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, ESTIMATED, /\/consumer$/)
  await page.goto(`${market().url}/consumer/bills`)
  const row = page.getByRole('row').filter({ hasText: 'from an estimate' })
  await expect(row).toHaveCount(1)
  const first = await amountIn(row)
  await row.getByRole('link').first().click()
  await page.waitForURL(/\/bills\/0x/)
  await expect(page.getByText('Made from an estimated read')).toBeVisible()

  await withPageOf(browser, GRID, /\/operator\/reads$/, async (operator) => {
    const estimated = operator.getByRole('row').filter({ hasText: ESTIMATED }).filter({ hasText: 'Estimated' })
    await estimated.getByRole('button', { name: 'Have it read' }).click()
    await expect(operator.getByText('The read is recorded')).toBeVisible(RELAYED)
  })

  const revision = page.locator('[data-revision-net]')
  await expect(async () => {
    await page.reload()
    await expect(revision).toBeVisible({ timeout: 2_000 })
  }).toPass(RELAYED)
  await expectNoBarrier(page)
  const net = BigInt((await revision.getAttribute('data-revision-net')) ?? '')
  expect(net).toBeLessThan(0n)
  await expect(page.getByText(/had been estimated at [\d,.]+\skWh\. The meter showed [\d,.]+\skWh/)).toBeVisible()
  await expect(page.getByText('comes back to you')).toBeVisible()
  await expect(page.getByText('Made from an estimated read')).toHaveCount(0)
  const total = BigInt((await page.locator('[data-bill-total]').getAttribute('data-bill-total')) ?? '')
  expect(total).toBe(first + net)

  await page.goto(`${market().url}/consumer/wallet`)
  const refund = page.getByRole('row').filter({ hasText: 'Refund' }).first()
  expect(await amountIn(refund)).toBe(-net)

  await withPageOf(browser, 'Northgate Power', /\/retailer\/offers$/, async (retailer) => {
    await retailer.goto(`${market().url}/retailer/bills`)
    const bill = retailer.getByRole('row').filter({ hasText: ESTIMATED })
    await expect(bill.locator('[data-revised]')).toBeVisible()
  })
})

test('the grid company hands in an estimate, and later the measured read of the same instant', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, GRID, /\/operator\/reads$/)
  const row = page
    .getByRole('row')
    .filter({ hasText: UNSUPPLIED })
    .filter({ has: page.locator('[data-meter-id]') })
  const meterId = ((await row.locator('[data-meter-id]').getAttribute('data-meter-id')) ?? '0x') as Hex
  const shown = (await row.locator('dl dd').allTextContents()).map((text) => BigInt(text.replace(/\D/g, '')))
  const [exported = 0n] = shown.slice(-1)
  const time = Math.floor(Date.now() / 1000)
  const read = (quality: ReadQuality, sequence: number, more: bigint): Read => ({
    meterId,
    time,
    sequence,
    quality,
    importWh: registerValues(shown.slice(0, 5).map((value) => wh(value + more))),
    exportWh: wh(exported),
    maxDemand: watt(0n),
    intervalRoot: `0x${'0'.repeat(64)}`,
  })

  // A read of this very second: it is taken, although the chain's last block is older.
  await submit(page, read('Estimated', 60, 900n))
  await expect(page.getByText('The read is recorded')).toBeVisible(RELAYED)
  await expect(row.getByText('Estimated')).toBeVisible()

  await page.reload()
  await submit(page, read('Measured', 61, 400n))
  await expect(page.getByText('The read is recorded')).toBeVisible(RELAYED)
  await expect(row.getByText('Measured')).toBeVisible()

  await page.reload()
  await submit(page, read('Measured', 62, 500n))
  await expect(page.getByText(/not later than the last one/)).toBeVisible()
})

/** The amount in Micro that a row of a table says, where it says one. */
async function amountIn(row: Locator): Promise<bigint> {
  return BigInt((await row.locator('data').last().getAttribute('value')) ?? '')
}

async function withPageOf(
  browser: Browser,
  name: string,
  landing: RegExp,
  then: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage()
  await signInAs(page, name, landing)
  await then(page)
  await page.close()
}

/** Signed with the meter's own key, as its simulator signs. */
async function submit(page: Page, read: Read): Promise<void> {
  const { chainId, contracts } = JSON.parse(readFileSync(market().deploymentFile, 'utf8')) as {
    chainId: number
    contracts: Record<'MeterRegistry' | 'ERC7913P256Verifier', Address>
  }
  const place = { chainId, meterRegistry: contracts.MeterRegistry, p256Verifier: contracts.ERC7913P256Verifier }
  const signature = await demoMeterKey(read.meterId, place).sign(read)
  const text = JSON.stringify({ read, signature }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  await page.getByLabel('Signed read (JSON)').fill(text)
  await page.getByRole('button', { name: 'Submit read' }).click()
}
