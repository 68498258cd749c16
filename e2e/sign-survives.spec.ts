import { expect, test } from '@playwright/test'
import { chainReaches, newMeter, publishAgain, stopMining } from './market-chain'
import { openOffer, plan, planFields, sentence, signButton } from './offer-page'
import { signInAs } from './sign-in'
import { market } from './stack'
import { accountOf } from './wallet'

const OFFER = 'Home Simple'
const TYPED_DATA = 'eth_signTypedData_v4'
const CONSUMER = /\/consumer$/

test('what was signed is found again after a reload, a closed tab and on another device, and is never asked for twice', async ({
  page,
  browser,
}) => {
  const home = 'Home 2 with solar, Netherlands'
  const meterId = await newMeter(home)
  const wallet = await signInAs(page, home, CONSUMER)
  await openOffer(page, OFFER)
  const offerUrl = page.url()
  await plan(page, meterId, '40')
  const mineAgain = await stopMining()
  const device = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Shanghai' })
  try {
    await signButton(page).click()
    await expect(page.getByText('Sent. Waiting until the market shows it…')).toBeVisible()
    wallet.countFromHere()
    await page.reload()
    await expect(page.getByText(`Your signature under “${OFFER}”`)).toBeVisible()
    await expect(signButton(page)).toHaveCount(0)
    expect(wallet.prompts).toEqual({})
    await page.close()

    const phone = await device.newPage()
    const other = await signInAs(phone, home, CONSUMER)
    await expect(phone.getByText(`Your signature under “${OFFER}”`)).toBeVisible()
    other.countFromHere()
    await phone.goto(offerUrl)
    await expect(phone.getByText('There is nothing to sign again.')).toBeVisible()
    await mineAgain()
    await phone.getByRole('link', { name: 'Open the receipt' }).click()
    await expect(phone.getByRole('heading', { name: `Receipt: ${OFFER}` })).toBeVisible()
    expect(other.prompts).toEqual({})
  } finally {
    await mineAgain()
    await device.close()
  }
})

test('a window that does not know that another one has signed is told so before the wallet is asked', async ({
  page,
  context,
}) => {
  const home = 'Home 2 with solar, California'
  const [first, second] = [await newMeter(home), await newMeter(home)]
  await signInAs(page, home, CONSUMER)
  await openOffer(page, OFFER)
  await plan(page, first, '40')
  const behind = await context.newPage()
  const wallet = await signInAs(behind, home, CONSUMER)
  await behind.goto(page.url())
  await plan(behind, second, '41')
  const mineAgain = await stopMining()
  try {
    await signButton(page).click()
    await expect(page.getByText('Sent. Waiting until the market shows it…')).toBeVisible()
    wallet.countFromHere()
    await signButton(behind).click()
    await expect(behind.getByText(`Your signature under “${OFFER}”`)).toBeVisible()
    expect(wallet.prompts).toEqual({})
  } finally {
    await mineAgain()
  }
  await page.waitForURL(/\/receipt$/)
  // The second supply point can be signed for now, with what was typed for it.
  await behind.reload()
  await expect(planFields(behind).first()).toHaveValue('41')
})

test('a wallet on another network is asked to change, learns the market’s, and says so clearly if it does not', async ({
  page,
}) => {
  const home = 'Home 2 with solar, California'
  const meterId = await newMeter(home)
  const wallet = await signInAs(page, home, CONSUMER)
  await openOffer(page, OFFER)
  await plan(page, meterId, '40')
  wallet.onNetwork(1, true)
  wallet.countFromHere()
  await signButton(page).click()
  await expect(page.getByText('The wallet is on another network')).toBeVisible()
  await expect(page.getByText('“Switchyard” (number 31337), and your wallet is on number 1.')).toBeVisible()
  expect(wallet.prompts[TYPED_DATA]).toBeUndefined()
  await expect(planFields(page).first()).toHaveValue('40')

  wallet.onNetwork(1)
  wallet.countFromHere()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(/\/receipt$/)
  expect(wallet.prompts).toEqual({ wallet_switchEthereumChain: 1, wallet_addEthereumChain: 1, [TYPED_DATA]: 1 })
})

test('a wallet that shows another account signs nothing, and what was typed stays', async ({ page }) => {
  const home = 'Home 2 with solar, Netherlands'
  const meterId = await newMeter(home)
  const wallet = await signInAs(page, home, CONSUMER)
  await openOffer(page, OFFER)
  await plan(page, meterId, '40')
  await page.reload()
  wallet.showAccount(accountOf('Home 4 with solar, California'))
  wallet.countFromHere()
  await signButton(page).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await expect(page.getByText('The wallet shows another account')).toBeVisible()
  expect(wallet.prompts).toEqual({})
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Go back' }).click()
  await expect(planFields(page).first()).toHaveValue('40')
})

test('an offer that runs out between the prompt and the answer is refused by name, and what was typed stays', async ({
  page,
}) => {
  test.slow()
  const home = 'Home 2 with solar, Netherlands'
  const meterId = await newMeter(home)
  const wallet = await signInAs(page, home, CONSUMER)
  const short = { name: `Soon over ${Date.now() % 100_000}`, retailer: 'Northgate Power', forSeconds: 45 }
  const { id, validUntil } = await publishAgain(OFFER, short)
  await page.goto(`${market().url}/offers/${id}`)
  await plan(page, meterId, '40')
  const answer = wallet.holdNext()
  wallet.countFromHere()
  await signButton(page).click()
  await answer.asked
  await chainReaches(validUntil)
  answer.release()
  await expect(page.getByText(sentence('OfferExpired'))).toBeVisible()
  expect(wallet.prompts).toEqual({ [TYPED_DATA]: 1 })
  await expect(planFields(page).first()).toHaveValue('40')

  // Before the prompt: it is known now, and the wallet is not asked again.
  wallet.countFromHere()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(sentence('OfferExpired'))).toBeVisible()
  expect(wallet.prompts).toEqual({})
  await page.reload()
  await expect(page.getByText('This offer can no longer be signed')).toBeVisible()
})
