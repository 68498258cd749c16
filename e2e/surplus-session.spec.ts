/** SPEC section 9: a session from its first lot to its result. Takes buildings b41 (sells), b61 and b96 (bid), whose balances no other journey counts. */
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { DESKTOP, PHONE, SLOW, type Person } from './later/person'
import { balancesOf, chainReaches, openSession } from './market-chain'
import { enter } from './session-page'

const SELLER: Person = { name: 'University building b41, Cambridge', locale: 'en', viewport: DESKTOP }
const LOWER: Person = { name: 'University building b61, Cambridge', locale: 'en', viewport: DESKTOP }
const HIGHER: Person = { name: 'University building b96, Cambridge', locale: 'zh', viewport: PHONE }
/** As long as it takes to place three orders on a slow machine. */
const OPEN_S = 240

test('two browsers bid against each other: the higher wins all, the lower what is left, and the seller is paid', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const [seller, lower, higher] = [
    await enter(browser, SELLER),
    await enter(browser, LOWER),
    await enter(browser, HIGHER),
  ]
  const { id, closeAt } = await openSession({ kind: 'Contracted', openFor: OPEN_S })
  const before = await balances()

  await test.step('100 kWh are offered at ¥0.200 or more', async () => {
    await seller.visit(id)
    await seller.place('Lot', { kwh: '100', price: '0.2' })
  })
  await test.step('80 kWh are wanted at ¥0.300 or less: all of it would be won, at the reserve', async () => {
    await lower.visit(id)
    await lower.place('Bid', { kwh: '80', price: '0.3' })
    await expect(lower.own()).toContainText(lower.say('sessions.position.Bid.all.now'))
    await expect(lower.own()).toContainText('¥16.00')
    await expectNoBarrier(lower.page)
  })
  await test.step('60 kWh at ¥0.350 in Chinese on a phone: the other page shows it without a reload', async () => {
    await higher.visit(id)
    await higher.place('Bid', { kwh: '60', price: '0.35' })
    // 140 kWh are wanted up to ¥0.300, and 60 above: the price is ¥0.300, 60 go to the higher and 40 to the lower.
    await expect(higher.own()).toContainText('¥18.00')
    await expect(lower.own()).toContainText(lower.say('sessions.position.Bid.part.now'), SLOW)
    await expect(lower.own()).toContainText('¥12.00')
    await expect(seller.own()).toContainText('¥30.00', SLOW)
    await expectNoBarrier(higher.page)
  })
  await test.step('what is placed can be taken back, and its money is free again', async () => {
    await lower.place('Bid', { kwh: '10', price: '0.1' })
    const second = lower.page.locator('li[data-order="Bid"]').filter({ hasText: '10.0' })
    await second.getByRole('button', { name: lower.say('sessions.order.takeBack.press.Bid') }).click()
    await expect(second).toHaveCount(0, SLOW)
  })

  await test.step('after the close every page shows the result by itself', async () => {
    await chainReaches(closeAt)
    for (const { page, say } of [seller, lower, higher]) {
      await expect(page.getByText(say('sessions.facts.phase.cleared.title'), { exact: true })).toBeVisible(SLOW)
      await expect(page.getByText(say('sessions.position.settled'))).toBeVisible(SLOW)
    }
    await expect(higher.own()).toContainText(higher.say('sessions.position.Bid.all.ended'))
    await expect(lower.own()).toContainText(lower.say('sessions.position.Bid.part.ended'))
    await expectNoBarrier(higher.page)
  })

  const after = await balances()
  expect(after.seller.free - before.seller.free).toBe(30_000_000n)
  expect(after.lower.free - before.lower.free).toBe(-12_000_000n)
  expect(after.higher.free - before.higher.free).toBe(-18_000_000n)
  expect([after.lower.locked, after.higher.locked]).toEqual([before.lower.locked, before.higher.locked])

  // What it does to a bill takes a month: later/surplus-bill.spec.ts.
  for (const { page, wallet } of [seller, lower, higher]) {
    expect(wallet.calls).not.toContain('eth_sendTransaction')
    await page.context().close()
  }
})

const balances = async () => ({
  seller: await balancesOf(SELLER.name),
  lower: await balancesOf(LOWER.name),
  higher: await balancesOf(HIGHER.name),
})
