/**
 * What a charging point redeemed, put on its own agreement; and what a household was given, put on its own. Takes the charging point,
 * which gets its first meter here, and Home 2, California, which is under a long agreement.
 */
import { expect, test, type Page } from '@playwright/test'
import { giveMoney, newMeter } from './market-chain'
import { openOffer, plan, signButton } from './offer-page'
import { CHARGING_POINT } from './places'
import { signInAs } from './sign-in'
import { market } from './stack'
import { dueOnChain, giveFee, giveUsable } from './surplus'
import type { TestWallet } from './wallet'

const OFFER = 'Home Simple'
const HOUSEHOLD = 'Home 2 with solar, California'
const DONE = { timeout: 90_000 }
const PUT = { name: 'Put on my agreement' }
const GIVEN = 700n

test.describe.configure({ mode: 'serial', timeout: 300_000 })

let page: Page
let wallet: TestWallet
let agreementId: string
/** Of the newest delivery period that the charging point redeemed a voucher of. Wh. */
let held: bigint

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  wallet = await signInAs(page, CHARGING_POINT, /\/operator\/charging$/)
})

test.afterAll(() => page?.close())

test('what a charging point holds has no use until it has an agreement', async () => {
  await expect(page.getByRole('heading', { name: 'Yours to use' })).toBeVisible()
  held = await heldIn(page)
  expect(held).toBeGreaterThan(2_000n)
  await expect(page.getByText('You have no agreement to put it on')).toBeVisible()
  await expect(page.getByRole('button', PUT)).toHaveCount(0)

  await giveMoney(CHARGING_POINT, 10_000_000n)
  const meterId = await newMeter(CHARGING_POINT)
  await openOffer(page, OFFER)
  await plan(page, meterId, '1')
  await signButton(page).click()
  await page.waitForURL(/\/receipt$/, DONE)
  agreementId = /0x[0-9a-f]{64}/.exec(page.url())![0]
})

test('it puts part of it on the agreement in one transaction', async () => {
  await page.goto(`${market().url}/operator/charging`)
  await expect(page.getByText('You have no agreement to put it on')).toHaveCount(0)
  await page.getByRole('button', PUT).first().click()
  const dialog = page.getByRole('dialog')
  const field = dialog.getByLabel('How much')
  await expect(field, 'all of it').toHaveValue(typed(held))
  await field.fill(typed(held + 1n))
  await dialog.getByRole('button', { name: 'Put it on the agreement' }).click()
  await expect(dialog.getByText(/Write that much or less/)).toBeVisible()
  await field.fill('1.2')
  wallet.countFromHere()
  await dialog.getByRole('button', { name: 'Put it on the agreement' }).click()
  await expect(dialog.getByText('1.200 kWh is on your agreement')).toBeVisible(DONE)
  expect(wallet.prompts).toEqual({ eth_sendTransaction: 1 })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('[data-due="1200"]')).toBeVisible()
  expect(await heldIn(page)).toBe(held - 1_200n)
  expect(await dueOnChain(agreementId)).toBe(1_200n)
})

test('it puts the rest there: what was said stays until it is closed, and then nothing of it is left', async () => {
  const row = page.locator(`[data-usable="${held - 1_200n}"]`)
  await row.getByRole('button', PUT).click()
  const dialog = page.getByRole('dialog')
  wallet.rejectNext()
  await dialog.getByRole('button', { name: 'Put it on the agreement' }).click()
  await expect(dialog.getByText('You rejected it in the wallet')).toBeVisible()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText(/You keep 0\.000\skWh/)).toBeVisible(DONE)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator(`[data-due="${held}"]`)).toBeVisible()
  await expect(row).toHaveCount(0)
  expect(await dueOnChain(agreementId)).toBe(held)
})

test('a household does the same with what it was given', async ({ browser }) => {
  await giveUsable(HOUSEHOLD, GIVEN)
  const home = await browser.newPage()
  await signInAs(home, HOUSEHOLD, /\/consumer$/)
  await home.goto(`${market().url}/consumer/surplus/credits`)
  const row = home.locator('[data-kind="Usable"]').first()
  const before = { held: await sumOf(home, 'data-energy', 'Usable'), due: await sumOf(home, 'data-due') }
  expect(before.held).toBeGreaterThanOrEqual(GIVEN)
  await row.getByRole('button', PUT).click()
  const dialog = home.getByRole('dialog')
  await dialog.getByLabel('How much').fill('0.7')
  await dialog.getByRole('button', { name: 'Put it on the agreement' }).click()
  await expect(dialog.getByText('The account cannot pay for the transaction')).toBeVisible(DONE)
  await giveFee(HOUSEHOLD)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText('0.700 kWh is on your agreement')).toBeVisible(DONE)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(async () => expect(await sumOf(home, 'data-due')).toBe(before.due + GIVEN)).toPass()
  expect(await sumOf(home, 'data-energy', 'Usable')).toBe(before.held - GIVEN)
  await home.close()
})

/** The first row of the charging point's card. Wh. */
async function heldIn(at: Page): Promise<bigint> {
  return BigInt((await at.locator('[data-usable]').first().getAttribute('data-usable')) ?? 0)
}

/** Of what the page says in an attribute, of one kind of credit if one is named. Wh. */
async function sumOf(at: Page, name: string, kind?: string): Promise<bigint> {
  const marked = at.locator(kind ? `[data-kind="${kind}"][${name}]` : `[${name}]`)
  const all = await marked.evaluateAll((found, attribute) => found.map((one) => one.getAttribute(attribute)), name)
  return all.reduce((sum, energy) => sum + BigInt(energy ?? 0), 0n)
}

/** As the dialog writes it: no zeros at the end. */
const typed = (energy: bigint) => String(Number(energy) / 1_000)
