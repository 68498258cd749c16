import { expect, test } from '@playwright/test'
import { signInAs, signOut } from './sign-in'
import { market } from './stack'

const CONSUMER = 'University building b52, Cambridge'
/** "¥1,234.567890", as the summary shows an amount to the last millionth. */
const exactText = (micro: bigint) =>
  `¥${(micro / 1_000_000n).toLocaleString('en')}.${String(micro % 1_000_000n).padStart(6, '0')}`

test('a consumer sees the bills of a past year, and why one has a penalty', async ({ page }) => {
  await signInAs(page, CONSUMER, /\/consumer$/)
  await expect(page.getByRole('heading', { name: 'My supply' })).toBeVisible()
  await expect(page.getByText('12 of 36 months')).toBeVisible()

  await page.goto(`${market().url}/consumer/bills`)
  const bills = page.getByRole('row').filter({ has: page.getByRole('link') })
  await expect(bills).toHaveCount(12)
  const withPenalty = bills.filter({ hasText: 'below the band' }).first()
  await withPenalty.getByRole('link').first().click()
  await page.waitForURL(/\/bills\/0x/)

  await expect(page.getByText(/You used [\d,.]+\skWh; your band began at [\d,.]+\skWh/)).toBeVisible()
  await expect(page.locator('[data-bill-line]', { hasText: 'Shortfall penalty' })).toBeVisible()
  await expect(page.getByText('Settlement transaction')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The two meter reads' })).toBeVisible()
})

test('the lines of a bill add up to what was paid, to the last millionth', async ({ page }) => {
  await signInAs(page, CONSUMER, /\/consumer$/)
  await page.goto(`${market().url}/consumer/bills`)
  await page.getByRole('row').getByRole('link').first().click()
  await page.waitForURL(/\/bills\/0x/)
  const lines = page.locator('[data-bill-line]')
  await expect(lines.first()).toBeVisible()
  expect(await lines.count()).toBeGreaterThanOrEqual(6)
  const amounts = await page
    .locator('[data-bill-amount]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-bill-amount') ?? ''))
  expect(amounts).toHaveLength(await lines.count())
  const sum = amounts.map(BigInt).reduce((total, amount) => total + amount, 0n)
  // The summary shows what the chain recorded, not what the page adds up.
  const amount = page.locator('dl').filter({ hasText: 'Amount' }).first()
  await expect(amount).toContainText(exactText(sum))
})

test('signing out leaves nothing of the consumer behind', async ({ page }) => {
  await signInAs(page, CONSUMER, /\/consumer$/)
  await signOut(page)
  await page.goto(`${market().url}/consumer/bills`)
  await page.waitForURL(/\/sign-in\?callbackUrl=/)
  await expect(page.getByText('¥')).toHaveCount(0)
})
