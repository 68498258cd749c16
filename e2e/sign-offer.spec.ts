import { expect, test, type Page } from '@playwright/test'
import { signInAs } from './sign-in'
import { market } from './stack'

/** Its one-year agreement ran out with the seeded year: it is free to choose again. */
const CONSUMER = 'Home 1 with solar, California'

test('a household chooses an offer with one signature and no gas, after rejecting once', async ({ page }) => {
  const wallet = await signInAs(page, CONSUMER, /\/consumer$/)
  await expect(page.getByText('Ended').first()).toBeVisible()

  await page.goto(market().url)
  await page.getByRole('link', { name: 'Home Simple' }).click()
  await expect(page.getByRole('heading', { name: 'Home Simple' })).toBeVisible()
  await expect(page.getByText('The worst that can happen')).toBeVisible()

  wallet.rejectNext()
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await connectIfAsked(page)
  await expect(page.getByText('You rejected it in the wallet')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()

  await page.waitForURL(/\/consumer(\?|$)/)
  await expect(page.getByText('Starts soon').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Home Simple' })).toBeVisible()
  expect(wallet.calls).not.toContain('eth_sendTransaction')
})

/** A wallet that was connected at sign-in stays connected; a reload may ask once more. */
async function connectIfAsked(page: Page): Promise<void> {
  const choice = page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })
  const rejected = page.getByText('You rejected it in the wallet')
  await choice.or(rejected).first().waitFor()
  if (await choice.isVisible()) await choice.click()
}
