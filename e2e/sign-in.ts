import { expect, type Page } from '@playwright/test'
import { accountOf, installWallet, type TestWallet } from './wallet'
import { market } from './stack'

/** Signs in with a wallet of the test's own, as a person with a browser wallet does. */
export async function signInAs(page: Page, name: string, landing: RegExp): Promise<TestWallet> {
  const wallet = await installWallet(page, accountOf(name))
  await page.goto(`${market().url}/sign-in`)
  await page.getByRole('button', { name: /^(Connect a wallet|连接钱包)$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await page.waitForURL(landing)
  return wallet
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
}
