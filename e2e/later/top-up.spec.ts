/** Out of arrears. Takes buildings b36 and b2, which no other journey looks at. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectNoBarrier } from '../accessibility/barriers'
import { balancesOf } from '../market-chain'
import { signInAs } from '../sign-in'
import { market } from '../stack'
import { words } from '../words'
import { nextBill, pageOf, PHONE, reloadUntil, SLOW, totalOf, TYPED_DATA, type Person } from './person'

const SHORT_OF_MONEY: Person[] = [
  { name: 'University building b36, Cambridge', locale: 'en', viewport: PHONE },
  { name: 'University building b2, Cambridge', locale: 'zh', viewport: PHONE },
]

for (const person of SHORT_OF_MONEY) {
  test(`${person.locale}, ${person.viewport.width} px: a bill finds too little money; one top-up pays what is owed`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const say = words(person.locale)
    const page = await pageOf(browser, person)
    const wallet = await signInAs(page, person.name, /\/consumer$/)
    await withdrawAll(page, say)
    const before = await balancesOf(person.name)
    expect(before.free).toBe(0n)
    await nextBill(page)

    // Home says what is owed: what the deposit did not cover, that supply goes on, until when it is due, and what to do.
    const topUp = page.locator('a[href^="/consumer/wallet?topUp="]')
    await reloadUntil(page, () => expect(topUp).toBeVisible({ timeout: 2_000 }))
    const title = page.getByText(new RegExp(`^${say('supply.owed.title')} ?¥`))
    await expect(title).toBeVisible()
    await expect(page.getByText(say('supply.owed.meaning'))).toBeVisible()
    const arrears = page.getByText(say('switching.stage.arrears'), { exact: true })
    await expect(arrears).toBeVisible()
    await expect(page.getByText(say('supply.owed.due'))).toBeVisible()
    await expectNoBarrier(page)
    await page.locator('a[href^="/consumer/bills/0x"]').first().click()
    await page.waitForURL(/\/consumer\/bills\/0x/)
    const owed = (await totalOf(page)) - before.locked
    expect(owed).toBeGreaterThan(0n)
    await page.goto(`${market().url}/consumer`)
    await expect(topUp).toHaveAttribute('href', `/consumer/wallet?topUp=${owed}`)

    wallet.countFromHere()
    await topUp.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: say('escrow.topUp.open') }).click()
    const done = page.getByText(say('escrow.topUp.done'))
    await expect(done).toBeVisible(SLOW)
    expect([wallet.clicks(), wallet.prompts]).toEqual([2, { [TYPED_DATA]: 1 }])

    // Paid at once, nothing kept; the notice is gone, and supply is as it was.
    await expect(topUp).toHaveCount(0)
    expect(await balancesOf(person.name)).toEqual({ free: 0n, locked: 0n })
    await page.goto(`${market().url}/consumer/wallet`)
    const paid = page.getByRole('row').filter({ hasText: say('escrow.movements.kind.debt') })
    await expect(paid.first()).toBeVisible()
    expect(await sumOf(paid)).toBe(-owed)
    await page.goto(`${market().url}/consumer`)
    await expect(page.getByText(say('switching.stage.active'), { exact: true })).toBeVisible()
    await expect(arrears).toHaveCount(0)
    await expect(title).toHaveCount(0)
    expect(wallet.calls).not.toContain('eth_sendTransaction')
    await page.context().close()
  })
}

/** The money that is free goes back to the wallet. */
async function withdrawAll(page: Page, say: (path: string) => string): Promise<void> {
  await page.goto(`${market().url}/consumer/wallet`)
  await page.getByRole('button', { name: say('escrow.withdraw.open') }).click()
  const dialog = page.getByRole('dialog')
  for (const press of ['all', 'review', 'submit']) {
    await dialog.getByRole('button', { name: say(`escrow.withdraw.${press}`), exact: true }).click()
  }
  await expect(page.getByText(say('escrow.withdraw.done'))).toBeVisible(SLOW)
  await page.goto(`${market().url}/consumer`)
}

/** Of the amounts at the end of rows. */
async function sumOf(rows: Locator): Promise<bigint> {
  const amounts = await Promise.all((await rows.all()).map((row) => row.locator('data').last().getAttribute('value')))
  return amounts.reduce((sum, amount) => sum + BigInt(amount ?? ''), 0n)
}
