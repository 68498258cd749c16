/** What journeys do on the page of an offer. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { market } from './stack'

const messages = JSON.parse(readFileSync('messages/en.json', 'utf8')) as {
  refusals: Record<string, string>
}

/** A refusal's sentence up to its first fact. */
export const sentence = (name: string) => (messages.refusals[name] ?? name).split('{')[0] ?? name

export async function openOffer(page: Page, name: string): Promise<void> {
  await page.goto(market().url)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

export const signButton = (page: Page) => page.getByRole('button', { name: 'Sign the agreement' })

/** Chooses the supply point and plans the same for every month. */
export async function plan(page: Page, meterId: string, kwh: string): Promise<void> {
  await page.locator(`input[name="meter"][value="${meterId}"]`).check()
  await expect(signButton(page)).toBeVisible()
  await fillPlan(page, kwh)
}

/** The fields come with the wallet code, and once a supply point is chosen. */
export async function fillPlan(page: Page, kwh: string): Promise<void> {
  await expect(planFields(page).last()).toBeVisible()
  for (const field of await planFields(page).all()) await field.fill(kwh)
}

/** Of signing: those of a switch, on the same page, stand closed. */
export const planFields = (page: Page) => page.locator('input[data-plan]').filter({ visible: true })

/** A wallet that was connected in an earlier page may have to be named again. */
export async function chooseWalletIfAsked(page: Page, outcome: ReturnType<Page['getByText']>): Promise<void> {
  const choice = page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })
  await choice.or(outcome).first().waitFor()
  if (await choice.isVisible()) await choice.click()
}
