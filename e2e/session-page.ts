/** What journeys do on the page of a surplus session. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { pageOf, SLOW, TYPED_DATA, type Person } from './later/person'
import { signInAs } from './sign-in'
import { market } from './stack'
import type { TestWallet } from './wallet'
import { words } from './words'

const MOST_CLICKS = 3

export interface Trader {
  page: Page
  wallet: TestWallet
  say: (path: string) => string
  visit: (id: bigint) => Promise<void>
  place: (side: 'Bid' | 'Lot', wish: { kwh: string; price: string }) => Promise<void>
  /** The first of its lots or bids. */
  own: () => Locator
}

/** Signed in, in a browser of its own. */
export async function enter(browser: Browser, person: Person): Promise<Trader> {
  const page = await pageOf(browser, person)
  const say = words(person.locale)
  const wallet = await signInAs(page, person.name, /\/consumer$/)

  async function visit(id: bigint) {
    await page.goto(`${market().url}/surplus/${id}`)
    await expect(page.getByText(say('sessions.live.live'))).toBeVisible()
  }
  async function place(side: 'Bid' | 'Lot', { kwh, price }: { kwh: string; price: string }) {
    const names = { Bid: 'bid', Lot: 'lot' } as const
    wallet.countFromHere()
    const tab = page.getByRole('tab', { name: say(side === 'Bid' ? 'sessions.order.buy' : 'sessions.order.sell') })
    const another = page.getByRole('button', { name: say(`sessions.order.${names[side]}.another`) })
    if (await tab.isVisible()) await tab.click()
    if (await another.isVisible()) await another.click()
    await page.locator('[data-order="energy"]').filter({ visible: true }).fill(kwh)
    await page.locator('[data-order="price"]').filter({ visible: true }).fill(price)
    await page.getByRole('button', { name: say(`sessions.order.${names[side]}.submit`) }).click()
    await expect(page.getByText(say(`sessions.order.${names[side]}.done`))).toBeVisible(SLOW)
    expect(wallet.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
    expect(wallet.prompts).toEqual({ [TYPED_DATA]: 1 })
  }
  return { page, wallet, say, visit, place, own: () => page.locator('li[data-order]').last() }
}
