import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { createWalletClient, http } from 'viem'
import { foundry } from 'viem/chains'
import type { ContractAddresses } from '../lib/chain/contracts'
import { withdrawOfferCall } from '../lib/chain/intents/calls'
import type { Hex } from '../lib/domain/units/hex'
import { signInAs } from './sign-in'
import { market } from './stack'
import { accountOf, installWallet } from './wallet'

/** Its one-year agreement ran out with the seeded year: it is free to choose again. */
const CONSUMER = 'University building b31, Cambridge'
const OFFER = { name: 'Fixed Year Business', retailer: 'Northgate Power' }

const { refusals } = JSON.parse(readFileSync('messages/en.json', 'utf8')) as { refusals: Record<string, string> }
const sentence = (name: string) => refusals[name] ?? name

test('a sign-in that somebody else signed lets nobody in, and says why', async ({ page }) => {
  const wallet = await installWallet(page, accountOf(CONSUMER))
  await page.goto(`${market().url}/sign-in`)
  wallet.signNextWith(accountOf(OFFER.retailer))
  await page.getByRole('button', { name: 'Connect a wallet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await expect(page.getByText(sentence('SignInSignatureInvalid'))).toBeVisible()
  await page.goto(`${market().url}/consumer`)
  await page.waitForURL(/\/sign-in\?callbackUrl=/)
})

test('an agreement somebody else signed, or whose offer was withdrawn meanwhile, is refused by name', async ({
  page,
}) => {
  const wallet = await signInAs(page, CONSUMER, /\/consumer$/)
  await page.goto(market().url)
  await page.getByRole('link', { name: OFFER.name }).click()
  await expect(page.getByRole('heading', { name: OFFER.name })).toBeVisible()

  wallet.signNextWith(accountOf(OFFER.retailer))
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await connectIfAsked(page)
  await expect(page.getByText(sentence('SignatureInvalid'))).toBeVisible()

  await withdrawOffer(page.url().split('/').at(-1) as Hex)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(sentence('OfferIsWithdrawn'))).toBeVisible()

  await page.goto(`${market().url}/consumer`)
  await expect(page.getByText('Ended').first()).toBeVisible()
  await expect(page.getByText('Starts soon')).toHaveCount(0)
})

/** A wallet that was connected at sign-in stays connected; a reload may ask once more. */
async function connectIfAsked(page: Page): Promise<void> {
  const choice = page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })
  const refused = page.getByText(sentence('SignatureInvalid'))
  await choice.or(refused).first().waitFor()
  if (await choice.isVisible()) await choice.click()
}

/** Behind the back of the page, which still shows it. */
async function withdrawOffer(offerId: Hex): Promise<void> {
  const { rpcUrl, deploymentFile } = market()
  const { contracts } = JSON.parse(readFileSync(deploymentFile, 'utf8')) as { contracts: ContractAddresses }
  const retailer = createWalletClient({ account: accountOf(OFFER.retailer), chain: foundry, transport: http(rpcUrl) })
  const hash = await retailer.sendTransaction(withdrawOfferCall(contracts, offerId))
  const receipt = () => retailer.request({ method: 'eth_getTransactionReceipt' as never, params: [hash] as never })
  await expect.poll(receipt).not.toBeNull()
}
