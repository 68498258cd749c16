import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { signInAs } from './sign-in'
import { market } from './stack'
import type { TestWallet } from './wallet'

/** The seeded market supplies them under long agreements. */
const SWITCHING = 'Home 8 with solar, California'
const SWITCHING_ZH = 'Home 4 with solar, California'
const LEAVING = 'University building b27, Cambridge'
/** Switched in the seeded year, and just before the demo opened. */
const SWITCHED = 'Home 10 with solar, California'
const COOLING_OFF = 'Home 12 with solar, California'

/** WCAG 2.2 AA, as in accessibility.spec.ts. */
const PHONE = { viewport: { width: 390, height: 844 } }
const DESKTOP = { viewport: { width: 1280, height: 900 } }
const RELAYED = { timeout: 60_000 }

interface Visit {
  page: Page
  wallet: TestWallet
  /** Presses and signatures since the last call. */
  count: () => { clicks: number; prompts: number }
}

test('a household switches on a phone, sees it on the desktop, and cancels within the cooling-off days', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  await visit(browser, PHONE, SWITCHING, async ({ page, count }) => {
    await page.goto(market().url)
    await page.getByRole('link', { name: 'Home Quiet Hours' }).click()
    const panel = page.getByRole('main')
    await expect(panel.locator('[data-switch-saving]')).toBeVisible()
    await expect(panel.getByText('7 days to change your mind')).toBeVisible()
    await expect(panel.getByText('Last day of “Home Quiet Hours”')).toBeVisible()
    await expect(panel.getByText(/^Last bill of “Home Simple”, forecast/)).toBeVisible()
    // Two years into nothing: the fee of Home Simple, as it was published.
    await expect(valueOf(panel, 'Exit fee, in that bill')).toHaveText('¥60.00')
    await expect(panel.getByText('The worst that can happen')).toBeVisible()
    await expectNoBarrier(page)
    count()
    await page.getByRole('button', { name: 'Switch to Home Quiet Hours' }).click()
    await page.waitForURL(/\/consumer(\?|$)/, RELAYED)
    const { clicks, prompts } = count()
    expect(clicks).toBe(1)
    expect(prompts).toBeLessThanOrEqual(2)
    await expectSwitch(page, { old: 'Home Simple', next: 'Home Quiet Hours' })
    await expectNoBarrier(page)
  })

  await visitRetailer(browser, 'Northgate Power', async (page) => {
    const row = page.getByRole('row').filter({ hasText: SWITCHING })
    await expect(row.filter({ hasText: 'Home Simple' }).getByText(/^Leaves on 1 /)).toBeVisible()
  })
  await visitRetailer(browser, 'Clearwater Energy', async (page) => {
    const row = page.getByRole('row').filter({ hasText: SWITCHING })
    await expect(row.filter({ hasText: 'Home Quiet Hours' }).getByText(/^Starts on 1 /)).toBeVisible()
  })

  await visit(browser, DESKTOP, SWITCHING, async ({ page, count }) => {
    await expectSwitch(page, { old: 'Home Simple', next: 'Home Quiet Hours' })
    await page.getByRole('link', { name: 'Agreement and what comes next' }).last().click()
    await page.waitForURL(/\/consumer\/agreements\/0x/)
    await expectNoBarrier(page)
    const agreement = page.url()
    count()
    await page.getByRole('button', { name: 'Cancel the agreement' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('“Home Simple” goes on as before')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel it now' }).click()
    // The dialog says so until it is closed; then the page does.
    await expect(dialog.getByText('Cancelled', { exact: true })).toBeVisible(RELAYED)
    await expect(dialog.getByText('the deposit is back in your available balance')).toBeVisible()
    expect(count()).toEqual({ clicks: 2, prompts: 1 })
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByRole('button', { name: 'Cancel the agreement' })).toHaveCount(0)
    await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible()
    await page.goto(`${market().url}/consumer`)
    await expect(page.getByText('Starts soon')).toHaveCount(0)
    await expect(page.getByText('Ends soon')).toHaveCount(0)
    await expect(page.getByText('Active').first()).toBeVisible()

    await visit(browser, DESKTOP, COOLING_OFF, async ({ page: other }) => {
      await other.goto(agreement)
      await expect(other.getByRole('heading', { name: 'There is nothing at this address' })).toBeAttached()
      await expect(other.getByText('¥')).toHaveCount(0)
    })
  })
})

test('the same in Chinese, on a phone from the offer to the cancellation', async ({ browser }) => {
  test.setTimeout(180_000)
  await visit(browser, PHONE, SWITCHING_ZH, async ({ page, count }) => {
    await page.context().addCookies([{ name: 'locale', value: 'zh', url: market().url }])
    await page.goto(market().url)
    await page.getByRole('link', { name: 'Home Simple' }).click()
    await expect(page.getByText('7 天冷静期')).toBeVisible()
    await expect(page.getByText('“Home Quiet Hours”的最后账单（预测）')).toBeVisible()
    await expectNoBarrier(page)
    count()
    await page.getByRole('button', { name: '换到Home Simple' }).click()
    await page.waitForURL(/\/consumer(\?|$)/, RELAYED)
    const { clicks, prompts } = count()
    expect(clicks).toBe(1)
    expect(prompts).toBeLessThanOrEqual(2)
    await expect(page.getByText('即将开始')).toBeVisible()
    await expect(page.getByText('即将终止')).toBeVisible()
    await expect(page.getByRole('heading', { name: '由“Home Quiet Hours”换到“Home Simple”' })).toBeVisible()
    count()
    await page.getByRole('button', { name: '撤销合同' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '立即撤销' }).click()
    await expect(dialog.getByText('已撤销', { exact: true })).toBeVisible(RELAYED)
    expect(count()).toEqual({ clicks: 2, prompts: 1 })
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await expect(page.getByText('即将开始')).toHaveCount(0)
  })
})

test('a business ends with notice: the fee stands before the signature, and a second end is refused in a sentence', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  await visit(browser, DESKTOP, LEAVING, async ({ page, count }) => {
    await page.getByRole('button', { name: 'End the agreement' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('An exit fee of ¥8,000.00 is due')).toBeVisible()
    await expectNoBarrier(page)
    count()
    await dialog.getByRole('button', { name: 'End it', exact: true }).click()
    await expect(dialog.getByText('Notice given')).toBeVisible(RELAYED)
    expect(count()).toEqual({ clicks: 1, prompts: 1 })
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByText('Ends soon')).toBeVisible()
    await expect(page.getByRole('button', { name: 'End the agreement' })).toHaveCount(0)

    await page.goto(market().url)
    await page.getByRole('link', { name: 'Steady Business' }).click()
    await expect(page.getByText(/This agreement ends on .* already/)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Switch to/ })).toHaveCount(0)
  })
})

test('after the period has passed the last bill, the deposit and the first bill are there', async ({ browser }) => {
  await visit(browser, DESKTOP, SWITCHED, async ({ page }) => {
    await page.getByRole('link', { name: 'Agreement and what comes next' }).first().click()
    await page.waitForURL(/\/consumer\/agreements\/0x/)
    const story = page.getByRole('list', { name: 'What happens when' })
    const events = story.getByRole('listitem')
    await expect(events).toHaveCount(6)
    for (const event of await events.all()) await expect(event.getByText('(done)')).toBeAttached()
    const last = events.filter({ hasText: 'Last bill of “Home Quiet Hours”' })
    await expect(last).toContainText(/Deposit of ¥[\d,.]+ returned\./)
    await last.getByRole('link', { name: /^Bill of ¥/ }).click()
    await page.waitForURL(/\/consumer\/bills\/0x/)
    await expect(page.getByText('Exit fee').first()).toBeVisible()
    await expect(page.locator('data[value="90000000"]').first()).toBeVisible()
  })
})

test('a newcomer finds a switch that can still be cancelled', async ({ browser }) => {
  await visit(browser, PHONE, COOLING_OFF, async ({ page }) => {
    await expectSwitch(page, { old: 'Home Simple', next: 'Home Saver' })
    await expect(page.getByText(/^Free to cancel until/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Cancel the agreement' })).toBeVisible()
  })
})

async function expectSwitch(page: Page, { old, next }: { old: string; next: string }): Promise<void> {
  await expect(page.getByText('Ends soon')).toBeVisible()
  await expect(page.getByText('Starts soon')).toBeVisible()
  await expect(page.getByRole('heading', { name: `From “${old}” to “${next}”` })).toBeVisible()
  const story = page.getByRole('list', { name: 'What happens when' })
  await expect(story.getByRole('listitem')).toHaveCount(6)
  await expect(story.getByText(`“${old}” ends, “${next}” starts`)).toBeVisible()
}

/** The answer beside a term. */
function valueOf(place: ReturnType<Page['getByRole']>, term: string) {
  return place.locator('dl > div').filter({ hasText: term }).locator('dd')
}

async function visit(
  browser: Browser,
  options: BrowserContextOptions,
  who: string,
  then: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  let clicks = 0
  await page.exposeFunction('__pressed', () => clicks++)
  await page.addInitScript(() => {
    const { __pressed } = window as unknown as { __pressed: () => void }
    addEventListener('click', (event) => event.isTrusted && __pressed(), { capture: true })
  })
  const wallet = await signInAs(page, who, /\/consumer$/)
  let seen = 0
  const count = () => {
    const prompts = wallet.calls.slice(seen).filter((method) => /sign/i.test(method)).length
    const counted = { clicks, prompts }
    seen = wallet.calls.length
    clicks = 0
    return counted
  }
  await then({ page, wallet, count })
  expect(wallet.calls).not.toContain('eth_sendTransaction')
  await context.close()
}

async function visitRetailer(browser: Browser, who: string, then: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage(DESKTOP)
  await signInAs(page, who, /\/retailer\/offers$/)
  await page.goto(`${market().url}/retailer/customers`)
  await then(page)
  await page.close()
}
