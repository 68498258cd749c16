import { expect, test, type Page } from '@playwright/test'
import { signInAs } from './sign-in'
import { market } from './stack'

const GRID = 'Hubei Grid Company (demo)'
/** Accounts that nobody in the demo has; the point is that of RFC 6979's example key on P-256. */
const [FIRST, SECOND, HOLDER] = ['11', '22', '33'].map((byte) => `0x${byte.repeat(20)}`) as [string, string, string]
const POINT =
  '0x60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299'

const cardOf = (page: Page, title: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last()

/** What is written, a second look, and the transaction. */
async function send(page: Page, button: string, done: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await expect(dialog.getByText(done)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
}

test('the grid company registers a meter, changes its key, and exchanges it', async ({ page }) => {
  const wallet = await signInAs(page, GRID, /\/operator\/reads$/)
  await page.getByRole('link', { name: 'Meters', exact: true }).click()
  await page.getByLabel('Find a meter').fill('SY-000003')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('row', { name: /SY-000003/ })).toBeVisible()

  await page.getByRole('link', { name: 'Register a meter' }).click()
  const number = `J-${Date.now() % 100_000}`
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByText(/fields need another look/)).toBeVisible()
  expect(wallet.calls).not.toContain('eth_sendTransaction')
  await page.getByLabel('Supply point').fill('Workshop of the journey')
  await page.getByLabel('Meter number').fill(number)
  await page.getByLabel('Holder').fill(HOLDER)
  await page.getByLabel('Serial number of the device').fill('-7')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByText(/Letters and digits only/)).toBeVisible()
  await page.getByLabel('Serial number of the device').fill(`7 ISK ${number}`)
  await page.getByLabel('Capacity').fill('40')
  await page.getByLabel('The meter’s public key').fill(POINT)
  await page.getByLabel('Shoulder', { exact: true }).fill('12.345')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Register the meter', exact: true }).click()
  await page.waitForURL(/\/operator\/meters\/0x[0-9a-f]{64}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Workshop of the journey' })).toBeVisible()
  await expect(cardOf(page, 'On the chain')).toContainText('P-256')
  await expect(cardOf(page, 'On the meter')).toContainText(`7 ISK ${number}`)

  await cardOf(page, 'Revoke the key').getByRole('button', { name: 'Revoke…' }).click()
  await send(page, 'Revoke the key', 'The key is revoked.')
  await expect(cardOf(page, 'On the chain')).toContainText('Key revoked')

  const newKey = cardOf(page, 'Set a new key')
  await newKey.getByLabel('The meter’s public key').fill(`${POINT.slice(0, -1)}8`)
  await newKey.getByRole('button', { name: 'Review' }).click()
  await expect(newKey.getByText(/not a key a meter can sign with/)).toBeVisible()
  await newKey.getByLabel('The meter’s public key').fill(FIRST)
  await newKey.getByRole('button', { name: 'Review' }).click()
  await send(page, 'Set the key', 'The new key counts from now on.')
  await expect(cardOf(page, 'On the chain')).toContainText('secp256k1')

  const exchange = cardOf(page, 'Exchange the meter')
  await exchange.getByText('Enter the exchange').click()
  await exchange.getByLabel('Closing read').selectOption('recorded')
  await exchange.getByLabel('Multiplier').fill('20')
  await exchange.getByLabel('Serial number of the device').fill(`8 ISK ${number}`)
  await exchange.getByLabel('The meter’s public key').fill(SECOND)
  await exchange.getByLabel('Shoulder', { exact: true }).fill('0.7')
  await exchange.getByRole('button', { name: 'Review' }).click()
  await expect(page.getByRole('dialog')).toContainText('0.7')
  await send(page, 'Exchange the meter', 'The meter is exchanged.')
  await expect(cardOf(page, 'On the chain')).toContainText('× 20')
  await expect(page.getByRole('table', { name: 'Exchanges' })).toContainText(`7 ISK ${number}9 digits, × 1`)
  await expect(cardOf(page, 'On the meter')).toContainText(`8 ISK ${number}`)

  // Nobody else finds it.
  await page.goto(`${market().url}/operator/meters?q=${number}`)
  await expect(page.getByRole('row', { name: new RegExp(number) })).toBeVisible()
})
