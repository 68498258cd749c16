import { expect, test, type Page } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { signInAs } from './sign-in'
import { market } from './stack'

/** The end of its last settled month was estimated by the demo's seed. */
const ESTIMATED = 'Home 8 with solar, California'
const GRID = 'Hubei Grid Company (demo)'

test('an operator edits an interval, estimates days anew to the registers, and takes both back', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, GRID, /\/operator\/reads$/)
  await page.getByRole('link', { name: ESTIMATED }).first().click()
  await page.waitForURL(/\/operator\/meters\/0x[0-9a-f]{64}$/)
  await page.getByRole('link', { name: 'Previous month' }).click()
  await page.waitForURL(/month=\d{4}-\d{2}$/)
  await expect(page.locator('[data-quality="Estimated"]')).toHaveCount(10)
  await expectNoBarrier(page)
  const before = await differences(page)

  // By hand: the first hour of the first day.
  await page.getByRole('link', { name: /^Edit/ }).first().click()
  await page.waitForURL(/day=\d{4}-\d{2}-01/)
  const first = page.getByRole('group').first()
  await first.getByLabel('Import').fill('1.5')
  await page.getByLabel('Reason').last().fill('Read off the display')
  expect(await first.getByLabel('Import').evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false)
  await first.getByLabel('Import').fill('77')
  await page.getByRole('button', { name: 'Save the values' }).press('Enter')
  await expect(page.locator('[data-quality="Substituted"]')).toHaveCount(1)
  await expect(page.getByRole('row').filter({ hasText: 'Read off the display' })).toBeVisible()
  expect(await differences(page)).not.toEqual(before)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.locator('[data-quality="Substituted"]')).toHaveCount(0)
  expect(await differences(page)).toEqual(before)

  // By rule: what was guessed is estimated anew, so that the month is what the registers counted.
  await page.getByLabel('Also estimate anew').check()
  await page.getByRole('button', { name: 'Show what would be filled' }).click()
  await expect(page.getByText('10 days would be filled')).toBeVisible()
  await expect(page.getByText('Mean of like days before (15)').first()).toBeVisible()
  await page.getByRole('button', { name: 'Fill the gaps' }).click()
  await expect(page.getByText('10 days were changed')).toBeVisible()
  expect((await differences(page))[0]).toBe('0')
  await expect(page.locator('[data-quality="Estimated"]')).toHaveCount(10)
  await page.getByRole('row').filter({ hasText: 'Gaps estimated' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Gaps estimated' }).getByText('Undone')).toBeVisible()
  expect(await differences(page)).toEqual(before)
})

/** Of each row of the comparison with the registers, in Wh. */
async function differences(page: Page): Promise<(string | null)[]> {
  const rows = await page.locator('[data-difference]').all()
  return Promise.all(rows.map((row) => row.getAttribute('data-difference')))
}

test('a meter is shown to its operator only', async ({ page }) => {
  await signInAs(page, GRID, /\/operator\/reads$/)
  const link = page.getByRole('link', { name: ESTIMATED }).first()
  const address = (await link.getAttribute('href')) ?? ''
  await page.goto(`${market().url}/operator/meters/0x${'0'.repeat(64)}`)
  await expect(page.getByText('What stands in the way of the bill')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
  await page.context().clearCookies()
  await page.goto(`${market().url}${address}`)
  await expect(page).toHaveURL(/\/sign-in/)
})
