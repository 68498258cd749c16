import { expect, test } from '@playwright/test'
import { depositPrice, freeBalance, newMeter } from './market-chain'
import { openOffer, plan, fillPlan, planFields, signButton } from './offer-page'
import { signInAs } from './sign-in'
import { market } from './stack'
import { accountOf, installWallet } from './wallet'

const OFFER = 'Home Simple'
const TYPED_DATA = 'eth_signTypedData_v4'
/** SPEC section 5 and the consumer's side of the market: from an offer to an agreement. */
const MOST_CLICKS = 3

test('a household chooses an offer with one click, one signature and no gas, after rejecting once', async ({
  page,
}) => {
  // Its one-year agreement ran out with the seeded year: it is free to choose again, and its deposit is back.
  const wallet = await signInAs(page, 'Home 1 with solar, California', /\/consumer$/)
  await expect(page.getByText('Ended').first()).toBeVisible()
  await openOffer(page, OFFER)
  await expect(page.getByText('The worst that can happen')).toBeVisible()
  await expect(page.getByText('What a year costs, everything included')).toBeVisible()
  await expect(page.getByText('if you sign now')).toBeVisible()

  wallet.rejectNext()
  await signButton(page).click()
  await expect(page.getByText('You rejected it in the wallet')).toBeVisible()
  wallet.countFromHere()
  await page.getByRole('button', { name: 'Try again' }).click()

  await page.waitForURL(/\/consumer\/agreements\/0x[0-9a-f]{64}\/receipt$/)
  expect([wallet.clicks(), wallet.prompts]).toEqual([1, { [TYPED_DATA]: 1 }])
  await expect(page.getByRole('heading', { name: `Receipt: ${OFFER}` })).toBeVisible()
  await expect(page.getByText('Cancel free of charge')).toBeVisible()
  await expect(page.getByText('Consumer’s signature')).toBeVisible()
  const pages = await page.pdf({ format: 'A4' })
  expect(pages.subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('link', { name: 'My supply' }).first().click()
  await expect(page.getByText('Starts soon').first()).toBeVisible()
  await page.getByRole('link', { name: 'Open the receipt' }).first().click()
  await expect(page.getByRole('heading', { name: `Receipt: ${OFFER}` })).toBeVisible()
  expect(wallet.calls).not.toContain('eth_sendTransaction')
})

test('a deposit that is short is asked for in the same go: two prompts, three clicks at most', async ({ page }) => {
  const home = 'Home 5 with solar, California'
  const meterId = await newMeter(home, 1_000_000)
  const [price, free] = [await depositPrice(OFFER), await freeBalance(home)]
  // An average month whose deposit is a little more than there is.
  const kwh = ((free + 5_000_000n) / price + 1n).toString()
  const wallet = await signInAs(page, home, /\/consumer$/)
  await openOffer(page, OFFER)
  await plan(page, meterId, kwh)
  await expect(page.getByText('Taken from your wallet for the deposit')).toBeVisible()
  wallet.countFromHere()
  await signButton(page).click()
  await page.waitForURL(/\/receipt$/)
  expect(wallet.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
  expect(wallet.prompts).toEqual({ [TYPED_DATA]: 2 })
  expect(await freeBalance(home)).toBeLessThan(5_000_000n)
})

test('a visitor tries own figures, signs in on the spot and finds them there: three clicks, two prompts', async ({
  page,
}) => {
  const home = 'Home 7 with solar, California'
  await newMeter(home)
  const wallet = await installWallet(page, accountOf(home))
  await openOffer(page, OFFER)
  const offerUrl = page.url()
  await page.getByRole('button', { name: 'Try it with your own figures' }).click()
  await planFields(page).first().fill('1,234')
  await expect(page.getByText('This can be read in two ways')).toBeVisible()
  await fillPlan(page, '41.5')
  await expect(page.getByText('498.0 kWh').first()).toBeVisible()
  await page.reload()

  wallet.countFromHere()
  await page.getByRole('link', { name: 'Sign in to choose this offer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await expect(signButton(page)).toBeVisible()
  expect(page.url()).toBe(offerUrl)
  await expect(planFields(page).first()).toHaveValue('41.5')
  await signButton(page).click()
  await page.waitForURL(/\/receipt$/)
  expect([wallet.clicks(), wallet.prompts]).toEqual([MOST_CLICKS, { personal_sign: 1, [TYPED_DATA]: 1 }])
  await expect(page.getByText('498.0 kWh')).toBeVisible()
})

test('a receipt is shown to the two parties of its agreement and to nobody else', async ({ page, browser }) => {
  await signInAs(page, 'University building b52, Cambridge', /\/consumer$/)
  await page.getByRole('link', { name: 'Open the receipt' }).first().click()
  const heading = /^Receipt: /
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  const { pathname } = new URL(page.url())
  const retailerPath = pathname.replace('/consumer/', '/retailer/')

  const seen = async (name: string | null, landing: RegExp, path: string) => {
    const other = await browser.newPage()
    if (name) await signInAs(other, name, landing)
    await other.goto(`${market().url}${path}`)
    await other.getByRole('heading', { level: 1 }).waitFor()
    const visible = await other.getByRole('heading', { name: heading }).isVisible()
    await other.close()
    return visible
  }
  const landing = { consumer: /\/consumer$/, retailer: /\/retailer\/offers$/ }
  const retailers = [
    await seen('Clearwater Energy', landing.retailer, retailerPath),
    await seen('Northgate Power', landing.retailer, retailerPath),
  ]
  expect(retailers.sort()).toEqual([false, true])
  expect(await seen('University building b0, Cambridge', landing.consumer, pathname)).toBe(false)
  expect(await seen(null, landing.consumer, pathname)).toBe(false)
})
