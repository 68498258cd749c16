/**
 * What was bought in a session lowers the buyer's next bill. Takes Home 1, California (sells) and buildings b0 and b96 (bid); nothing
 * else is due to b96.
 */
import { expect, test, type Page } from '@playwright/test'
import { letTimePass, openSession } from '../market-chain'
import { enter } from '../session-page'
import { market } from '../stack'
import { exported, lastPeriod } from '../surplus'
import { DESKTOP, nextBill, PHONE, reloadUntil, SLOW, type Person } from './person'

const SELLER: Person = { name: 'Home 1 with solar, California', locale: 'en', viewport: DESKTOP }
const LOWER: Person = { name: 'University building b0, Cambridge', locale: 'zh', viewport: PHONE }
const HIGHER: Person = { name: 'University building b96, Cambridge', locale: 'en', viewport: DESKTOP }
const OPEN_S = 3_600

test('exported energy goes to the higher of two bids, and takes the place of as much on the next bill', async ({
  browser,
}) => {
  test.setTimeout(480_000)
  const { start } = await lastPeriod()
  await exported(SELLER.name, start, 50_000n)
  const [seller, lower, higher] = [
    await enter(browser, SELLER),
    await enter(browser, LOWER),
    await enter(browser, HIGHER),
  ]
  const { id, closeAt } = await openSession({ kind: 'Exported', start, openFor: OPEN_S })
  for (const { visit } of [seller, lower, higher]) await visit(id)
  await seller.place('Lot', { kwh: '50', price: '0.2' })
  await lower.place('Bid', { kwh: '30', price: '0.3' })
  await higher.place('Bid', { kwh: '40', price: '0.35' })
  // 70 kWh are wanted up to ¥0.300 and 40 above: 40 go to the higher for ¥12.00, and 10 to the lower.
  await expect(higher.own()).toContainText('¥12.00', SLOW)
  await expect(lower.own()).toContainText('¥3.00', SLOW)
  await letTimePass(closeAt)
  for (const { page, say } of [seller, lower, higher])
    await expect(page.getByText(say('sessions.position.settled'))).toBeVisible(SLOW)

  await higher.page.goto(`${market().url}/consumer`)
  const newest = await bills(higher.page).first().getAttribute('href')
  await nextBill(higher.page)
  await openNewest(higher.page, newest)
  const card = higher.page.locator('section').filter({ has: higher.page.getByText(higher.say('bill.surplus.title')) })
  await expect(card.getByText(higher.say('bill.surplus.taken'))).toContainText('40.0')
  await higher.page.getByRole('button', { name: higher.say('bill.check.start') }).click()
  await expect(higher.page.getByText(higher.say('checkBill.verdict.right.title'))).toBeVisible(SLOW)
})

const bills = (page: Page) => page.locator('a[href^="/consumer/bills/0x"]')

/** The bill that has come since. */
async function openNewest(page: Page, before: string | null): Promise<void> {
  await reloadUntil(page, async () => expect(await bills(page).first().getAttribute('href')).not.toBe(before))
  await bills(page).first().click()
  await page.waitForURL(/\/consumer\/bills\/0x/)
}
