import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { freeBalance } from './market-chain'
import { CHARGING_POINT } from './places'
import { signInAs } from './sign-in'
import { market } from './stack'
import { exported, feedInPrice, lastPeriod, offerStorage } from './surplus'
import type { TestWallet } from './wallet'

/** No other journey acts as it. */
const OWNER = 'Home 1 with solar, Netherlands'
const DONE = { timeout: 90_000 }
const EXPORTED = 12_345n

test.describe.configure({ mode: 'serial', timeout: 300_000 })

let page: Page
let wallet: TestWallet
/** What was there before: the seeded market may have given some already. */
let before: bigint
let fatesBefore: Record<string, bigint>
let price: bigint

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  const { start } = await lastPeriod()
  price = await feedInPrice(start)
  await offerStorage(5_000_000n)
  page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage()
  wallet = await signInAs(page, OWNER, /\/consumer$/)
  before = await heldNow()
  await page.goto(`${market().url}/consumer/surplus`)
  fatesBefore = (await fatesOnPage()).parts
  await exported(OWNER, start, EXPORTED)
})

test.afterAll(() => page?.close())

test('what the meter exported is there to decide about, with what each use brings', async () => {
  await page.goto(`${market().url}/consumer/surplus`)
  const uses = page.locator('[data-use]')
  await expect(uses.first()).toBeVisible()
  await expect(page.locator('[data-use="return"]').first()).toBeVisible()
  const amounts = (await moneyIn(uses)).slice(0, await usesOfFirst())
  expect(
    [...amounts].sort((a, b) => (a < b ? 1 : -1)),
    'the best comes first',
  ).toEqual(amounts)
  expect(await fatesOnPage()).toMatchObject({ sum: await exportedOnPage() })
})

test('energy that is given back to the grid is money at once', async () => {
  await page.goto(`${market().url}/consumer/surplus/credits`)
  const energy = 2_000n
  const money = await freeBalance(OWNER)
  wallet.countFromHere()
  await newest().getByRole('button', { name: 'Give back' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('How much').fill('999999')
  await dialog.getByRole('button', { name: 'Sign and give back' }).click()
  await expect(dialog.getByText(/Write that much or less/)).toBeVisible()
  await dialog.getByLabel('How much').fill('2')
  await dialog.getByRole('button', { name: 'Sign and give back' }).click()
  await expect(dialog.getByText(/is in your account/)).toBeVisible(DONE)
  expect(wallet.prompts).toEqual({ eth_signTypedData_v4: 1 })
  // Rounded down, as the contract does.
  expect((await freeBalance(OWNER)) - money).toBe((energy * price) / 1_000n)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('row', { name: /Given back to the grid/ }).first()).toBeVisible()
})

test('energy that is stored comes out as less, and is kept until it expires', async () => {
  const energyBefore = await heldNow()
  await newest().getByRole('button', { name: 'Store' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('How much').fill('3.001')
  // 3,001 Wh × 90 % = 2,700.9, and the operator keeps the dust.
  await expect(dialog.getByText('2.700')).toBeVisible()
  await dialog.getByRole('button', { name: 'Sign and store' }).click()
  await expect(dialog.getByText(/is stored/)).toBeVisible(DONE)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('[data-kind="Stored"][data-energy="2700"]')).toBeVisible()
  expect(await heldNow()).toBe(energyBefore - 3_001n)
})

test('a voucher that one browser writes without a network is taken by the charging point’s', async ({ browser }) => {
  await page.goto(`${market().url}/consumer/surplus/redeem`)
  await expect(page.getByText('A voucher does not put energy aside')).toBeVisible()
  await page.getByLabel('Energy').selectOption({ index: 0 })
  await page.getByLabel('At most').fill('4.5')
  await page.getByRole('button', { name: 'Make the voucher' }).click()
  const code = page.getByRole('img', { name: /^Code of the voucher/ })
  await expect(code).toBeVisible(DONE)
  const text = (await page.locator('[data-voucher]').first().getAttribute('data-voucher')) ?? ''
  expect(text).toMatch(/^SYV[A-Z2-7]+$/)
  const picture = await code.screenshot()

  const station = await chargingPoint(browser)
  await station.goto(`${market().url}/operator/charging`)
  await expect(station.getByRole('heading', { name: 'Take a voucher' })).toBeVisible()
  await expect(station.getByText('can check vouchers without a network now')).toBeVisible()
  await station.context().setOffline(true)
  await station.getByLabel('Text of the voucher').fill(text.replace('A', 'B'))
  await station.getByRole('button', { name: 'Check the voucher' }).click()
  await expect(station.getByText(/The voucher is damaged/)).toBeVisible()
  await station.getByRole('button', { name: 'Another voucher' }).click()

  await station
    .locator('input[type="file"]')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
  await expect(station.getByText('Signed by its owner')).toBeVisible(DONE)
  await station.getByLabel('Charged').fill('4.6')
  await station.getByRole('button', { name: 'Keep it for later' }).click()
  await expect(station.getByText(/less energy than was charged/)).toBeVisible()
  await station.getByLabel('Charged').fill('4.2')
  await station.getByRole('button', { name: 'Keep it for later' }).click()
  await expect(station.getByRole('heading', { name: 'Not redeemed yet' })).toBeVisible()
  await station.getByLabel('Text of the voucher').fill(text)
  await station.getByRole('button', { name: 'Check the voucher' }).click()
  await expect(station.getByText(/You have taken this voucher already/)).toBeVisible()

  await station.context().setOffline(false)
  await station.getByRole('button', { name: 'Redeem', exact: true }).click()
  await expect(station.getByRole('dialog').getByText('4.200 kWh redeemed')).toBeVisible(DONE)
  await station.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(station.getByRole('heading', { name: 'Not redeemed yet' })).toHaveCount(0)
  await expect(station.locator('[data-usable="4200"]'), 'that it can put on an agreement').toBeVisible()
  await expect(
    station
      .getByRole('table', { name: 'Redeemed' })
      .getByText(/4\.200/)
      .first(),
  ).toBeVisible()
  await station.close()
})

test('the fates on the page add up to what the meter counted', async () => {
  await page.goto(`${market().url}/consumer/surplus`)
  const { sum, parts } = await fatesOnPage()
  expect(sum).toBe(await exportedOnPage())
  const more = ['returned', 'stored', 'redeemed'].map((fate) => parts[fate]! - fatesBefore[fate]!)
  expect(more).toEqual([2_000n, 3_001n, 4_200n])
  expect(parts['held']).toBe(before + EXPORTED - 2_000n - 3_001n - 4_200n)
})

test('a standing instruction is signed once and ended at once', async () => {
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Standing instruction' }) })
  wallet.countFromHere()
  await card.getByRole('button', { name: 'Set it up' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sell at no less than').fill('cheap')
  await dialog.getByRole('button', { name: 'Sign the instruction' }).click()
  await expect(dialog.getByText(/Write a price such as/)).toBeVisible()
  await dialog.getByLabel('Sell at no less than').fill('9.5')
  await dialog.getByRole('button', { name: 'Sign the instruction' }).click()
  await expect(dialog.getByText('The standing instruction counts now')).toBeVisible(DONE)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(card.getByText(/put on sale, at ¥9.5000/)).toBeVisible()
  await card.getByRole('button', { name: 'End it' }).click()
  await dialog.getByRole('button', { name: 'Sign and end it' }).click()
  await expect(dialog.getByText('The standing instruction has ended')).toBeVisible(DONE)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(card.getByRole('button', { name: 'Set it up' })).toBeVisible()
  expect(wallet.prompts).toEqual({ eth_signTypedData_v4: 2 })
})

test('signing out forgets the vouchers', async () => {
  await page.goto(`${market().url}/consumer/surplus/redeem`)
  await expect(page.locator('[data-voucher]').first()).toBeVisible()
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('voucher')))
  expect(kept).toEqual([])
})

async function chargingPoint(browser: Browser): Promise<Page> {
  const station = await (await browser.newContext()).newPage()
  await signInAs(station, CHARGING_POINT, /\/operator\/charging$/)
  return station
}

/** The row of the latest period's exports in the credits wallet. */
const newest = (): Locator => page.locator('[data-kind="Exported"]').first()

/** Exported energy that nobody has decided about, as the credits wallet shows it. Wh. */
async function heldNow(): Promise<bigint> {
  await page.goto(`${market().url}/consumer/surplus/credits`)
  const all = await page
    .locator('[data-kind="Exported"]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-energy')))
  return all.reduce((sum, energy) => sum + BigInt(energy ?? 0), 0n)
}

async function moneyIn(uses: Locator): Promise<bigint[]> {
  const values = await uses.evaluateAll((rows) => rows.map((row) => row.querySelector('data')?.getAttribute('value')))
  return values.map((value) => BigInt(value ?? 0))
}

const usesOfFirst = () =>
  page
    .locator('ol')
    .filter({ has: page.locator('[data-use]') })
    .first()
    .locator('li')
    .count()

/** The parts of the ledger, and what they come to by the test's own sum. */
async function fatesOnPage(): Promise<{ sum: bigint; parts: Record<string, bigint> }> {
  const names = ['held', 'listed', 'sold', 'stored', 'returned', 'redeemed', 'given']
  const rows = await page
    .locator('tr[data-held]')
    .evaluateAll((all, columns) => all.map((row) => columns.map((name) => row.getAttribute(`data-${name}`))), names)
  expect(rows.length).toBeGreaterThan(0)
  const parts = names.map(
    (name, place) => [name, rows.reduce((sum, row) => sum + BigInt(row[place] ?? 0), 0n)] as const,
  )
  return { sum: parts.reduce((sum, [, energy]) => sum + energy, 0n), parts: Object.fromEntries(parts) }
}

/** What the meter counted, by the table; the line under the bar says the same. */
async function exportedOnPage(): Promise<bigint> {
  const cells = await page
    .locator('[data-exported]')
    .evaluateAll((all) => all.filter((cell) => cell.tagName === 'TD').map((cell) => cell.getAttribute('data-exported')))
  const exportedWh = cells.reduce((sum, energy) => sum + BigInt(energy ?? 0), 0n)
  expect(await page.locator('[data-sum]').getAttribute('data-sum')).toBe(String(exportedWh))
  return exportedWh
}
