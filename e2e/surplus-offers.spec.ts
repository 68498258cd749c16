/** What a surplus market needs besides sessions: the exchange publishes a feed-in price, a storage operator offers storage. */
import { expect, test, type Page } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { EXCHANGE, STORAGE } from './places'
import { signInAs } from './sign-in'
import { market } from './stack'
import { exported } from './surplus'

/** Whose credits no other journey counts. */
const OWNER = 'Home 12 with solar, California'
const DONE = { timeout: 90_000 }
/** In no offer of the demo. */
const PRICE = '0.2468'

test.describe.configure({ timeout: 300_000 })

const cardOf = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** The second look, and the transaction. */
async function send(page: Page, button: string, done: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await expect(dialog.getByText(done)).toBeVisible(DONE)
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
}

test('the exchange publishes a feed-in price, and who exported then can give it back for that', async ({ browser }) => {
  const [page, owner] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  const wallet = await signInAs(page, EXCHANGE, /\/operator\/market$/)
  const form = cardOf(page, 'Publish a feed-in price')
  const period = form.getByLabel('Delivery period')
  const start = await period.inputValue()

  await test.step('without a price there is energy that nobody can give back', async () => {
    await exported(OWNER, Number(start), 4_000n)
    await signInAs(owner, OWNER, /\/consumer$/)
    await owner.goto(`${market().url}/consumer/surplus`)
    await expect(owner.getByRole('main')).toContainText('4.0')
    await expect(owner.getByText('¥0.2468')).toHaveCount(0)
    await page.reload()
    await expect(cardOf(page, 'Feed-in prices').getByText('Exported energy waits for a price')).toBeVisible()
  })

  await test.step('what is no price is said beside the field, and stays there', async () => {
    wallet.countFromHere()
    await form.getByLabel('Price').fill('1,250')
    await form.getByRole('button', { name: 'Review the price' }).click()
    await expect(form.getByText('This is not a number, or has too many decimals.')).toBeVisible()
    await expect(form.getByLabel('Price')).toHaveValue('1,250')
    await form.getByLabel('Price').fill(PRICE)
    await form.getByRole('button', { name: 'Review the price' }).click()
    await expect(page.getByRole('dialog')).toContainText('¥0.2468')
    await expectNoBarrier(page)
  })

  await test.step('one transaction, and the price is there', async () => {
    await send(page, 'Publish the price', /The price is published/)
    expect(wallet.prompts).toEqual({ eth_sendTransaction: 1 })
    await expect(page.locator(`tr[data-start="${start}"]`)).toHaveAttribute('data-price', '246800', DONE)
    await expect(period.locator(`option[value="${start}"]`)).toHaveCount(0)
  })

  await test.step('who exported then is offered it: 4 kWh × ¥0.2468 = ¥0.9872', async () => {
    await owner.reload()
    const back = owner.locator('[data-use="return"]').first()
    await expect(back).toContainText('¥0.2468')
    expect(await back.locator('data').first().getAttribute('value')).toBe('987200')
    await expectNoBarrier(owner)
  })
  await page.context().close()
  await owner.context().close()
})

test('a storage operator offers storage and closes it', async ({ page }) => {
  const wallet = await signInAs(page, STORAGE, /\/operator\/storage$/)
  const form = cardOf(page, 'Offer storage')
  const before = await page.locator('tr[data-storage]').count()
  await form.getByLabel('Comes out again').fill('101')
  await form.getByLabel('Kept for').fill('1.5')
  await form.getByRole('button', { name: 'Review the offer' }).click()
  await expect(form.getByText('This number is too small or too large.')).toBeVisible()
  await expect(form.getByText('This is not a number, or has too many decimals.')).toBeVisible()
  await expect(form.getByText('Fill this in.')).toBeVisible()
  await expect(form.getByLabel('Comes out again')).toHaveValue('101')

  wallet.countFromHere()
  await form.getByLabel('Comes out again').fill('87.5')
  await form.getByLabel('Kept for').fill('45')
  await form.getByLabel('Capacity').fill('250')
  await form.getByRole('button', { name: 'Review the offer' }).click()
  await expect(page.getByRole('dialog')).toContainText('87.500')
  await expectNoBarrier(page)
  await send(page, 'Publish the offer', /The offer is published/)
  expect(wallet.prompts).toEqual({ eth_sendTransaction: 1 })
  await expect(page.locator('tr[data-storage]')).toHaveCount(before + 1, DONE)
  const newest = page.locator('tr[data-storage]').first()
  await expect(newest).toHaveAttribute('data-state', 'open')
  await expect(newest).toContainText('87.5')
  await expect(newest).toContainText('45 days')

  await newest.getByRole('button', { name: /^Close/ }).click()
  await send(page, 'Close the offer', /The offer is closed/)
  await expect(newest).toHaveAttribute('data-state', 'closed', DONE)
  await expect(newest.getByRole('button', { name: /^Close/ })).toHaveCount(0)
  await expectNoBarrier(page)
})
