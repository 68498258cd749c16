import { expect, test } from '@playwright/test'
import { signInAs } from './sign-in'
import { market } from './stack'

test('a retailer publishes an offer, and everybody sees it', async ({ page, browser }) => {
  const wallet = await signInAs(page, 'Northgate Power', /\/retailer\/offers$/)
  await page.getByRole('link', { name: 'Publish an offer' }).click()
  const name = `Journey ${Date.now() % 100_000}`
  await page.getByLabel('Name of the offer').fill(name)
  await page.getByRole('textbox', { name: 'Price', exact: true }).fill('0.3655')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click()
  await page.waitForURL(/\/offers\/0x/)
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByText('¥0.3655').first()).toBeVisible()
  expect(wallet.calls).toContain('eth_sendTransaction')

  const stranger = await browser.newPage()
  await stranger.goto(market().url)
  await expect(stranger.getByRole('link', { name })).toBeVisible()
  await stranger.close()
})

test('a price that is no price is refused at its field, and nothing is sent', async ({ page }) => {
  const wallet = await signInAs(page, 'Northgate Power', /\/retailer\/offers$/)
  await page.goto(`${market().url}/retailer/offers/new`)
  await page.getByLabel('Name of the offer').fill('Never published')
  await page.getByRole('textbox', { name: 'Price', exact: true }).fill('0.36557777')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await expect(page.getByText(/field needs another look/)).toBeVisible()
  expect(wallet.calls).not.toContain('eth_sendTransaction')
})
