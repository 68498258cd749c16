import { expect, test, type Page } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { chooseWalletIfAsked, openOffer, signButton } from './offer-page'
import { signInAs } from './sign-in'
import { market } from './stack'

/** Its one-year agreement ran out with the seeded year: it is billed for the last month, and free to sign again. */
const CONSUMER = 'University building b4, Cambridge'
const OFFER = 'Steady Business'
/** The worker looks every ten seconds; this machine may be slow. */
const PATIENCE = { timeout: 60_000 }

const open = (page: Page, path: string) => page.goto(`${market().url}${path}`)
const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^(Notices|通知)/ })

/** Reads the outbox again until a mail with this subject is in it. */
async function mailOf(page: Page, subject: RegExp) {
  const mail = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: subject }) })
  await expect(async () => {
    await open(page, '/consumer/notices/outbox')
    await expect(mail.first()).toBeVisible({ timeout: 1_000 })
  }).toPass(PATIENCE)
  return mail.first()
}

async function signOffer(page: Page): Promise<void> {
  await openOffer(page, OFFER)
  await signButton(page).click()
  await chooseWalletIfAsked(page, page.getByRole('heading', { level: 1, name: `Receipt: ${OFFER}` }))
  await page.waitForURL(/\/receipt$/, PATIENCE)
}

test('a member is told of a bill, marks it as read, and is told by e-mail from then on', async ({ page, context }) => {
  test.setTimeout(240_000)
  await signInAs(page, CONSUMER, /\/consumer$/)

  // The bill of last month is among what is new, and the bell counts it.
  await expect(async () => {
    await open(page, '/consumer')
    await expect(bell(page)).toHaveAccessibleName(/\d+ unread/, { timeout: 1_000 })
  }).toPass(PATIENCE)
  await bell(page).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Notices' })).toBeVisible()
  await expectNoBarrier(page)
  const bill = page.locator('[data-notice=BillReady]').first()
  await expect(bill).toContainText(/Bill for \w+ \d{4}: ¥[\d,.]+/)
  const unread = Number(/\d+/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[0])
  await bill.getByRole('button', { name: /^Mark as read: Bill for/ }).click()
  await expect(bill.getByRole('button')).toHaveCount(0)
  await expect(bell(page)).toHaveAccessibleName(unread > 1 ? `Notices, ${unread - 1} unread` : 'Notices')
  await bill.getByRole('link').click()
  await page.waitForURL(/\/consumer\/bills\/0x/)

  // A slip is said beside the field, and what was typed stays.
  await open(page, '/consumer/notices')
  const field = page.getByLabel('E-mail address')
  await field.fill('b4@example')
  await page.getByLabel('A switch is done').uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription(/not an e-mail address/)
  await expect(field).toHaveValue('b4@example')
  await expect(page.getByLabel('A switch is done')).not.toBeChecked()
  await expect(page.getByLabel('A bill is ready')).toBeChecked()
  await field.fill('b4@example.org')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('One step is left')).toBeVisible()
  await expect(page.getByText('Not confirmed yet')).toBeVisible()

  // The link works for whoever has the mailbox, signed in or not; opening it alone does nothing.
  const question = await mailOf(page, /^Confirm your e-mail address$/)
  await expectNoBarrier(page)
  const link = (await question.getByRole('link', { name: /\/mail\/confirm/ }).getAttribute('href')) ?? ''
  const mailbox = await (await context.browser()!.newContext()).newPage()
  await mailbox.goto(link)
  await open(page, '/consumer/notices')
  await expect(page.getByText('Not confirmed yet')).toBeVisible()
  await mailbox.getByRole('button', { name: 'Confirm' }).click()
  await expect(mailbox.getByText('Your address is confirmed')).toBeVisible()
  await mailbox.goto(link)
  await mailbox.getByRole('button', { name: 'Confirm' }).click()
  await expect(mailbox.getByText(/This link was used already/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible()

  // What happens from now on is mailed, too.
  await signOffer(page)
  const signed = await mailOf(page, /^You signed Steady Business$/)
  await expect(signed).toContainText('supplies you from')
  await expect(signed).toContainText('Stop all e-mails: http')
  await signed.getByRole('link', { name: /\/consumer\/notices\/[0-9a-f-]{36}$/ }).click()
  await page.waitForURL(/\/consumer\/agreements\/0x/)
  await open(page, '/consumer/notices')
  await expect(page.locator('[data-notice=Signed]').first()).not.toContainText('Unread')

  // Whoever has the mailbox stops them.
  const stop = (await mailOf(page, /^You signed/)).getByRole('link', { name: /\/mail\/stop/ })
  await mailbox.goto((await stop.getAttribute('href')) ?? '')
  await mailbox.getByRole('button', { name: 'Stop all e-mails' }).click()
  await expect(mailbox.getByText('E-mails are stopped')).toBeVisible()
  await open(page, '/consumer/notices')
  await expect(page.getByLabel('A bill is ready')).not.toBeChecked()

  // In Chinese.
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '通知' })).toBeVisible()
  await expect(page.locator('[data-notice=BillReady]').first()).toContainText(/\d{4}年\d+月账单：¥[\d,.]+/)
  await expectNoBarrier(page)
  await page.setViewportSize({ width: 320, height: 720 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await mailbox.context().close()
})
