/** The whole way of a newcomer, with a month of supply in it. Takes Homes 7 and 10, each with a supply point of its own. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectNoBarrier } from '../accessibility/barriers'
import type { Hex } from '../../lib/domain/units/hex'
import { dropText } from '../compare/person'
import { lastTwelveMonths, yearFile } from '../compare/year-file'
import { monthlyCost, offerWith, type PublishedOffer } from '../compare/yearly-cost'
import { handIn, letTimePass, newMeter } from '../market-chain'
import { market } from '../stack'
import { accountOf, installWallet, type TestWallet } from '../wallet'
import { words, type Locale } from '../words'
import {
  AHEAD_MS,
  DESKTOP,
  HOUR_S,
  pageOf,
  PHONE,
  readOf,
  reloadUntil,
  SLOW,
  totalOf,
  TYPED_DATA,
  type Person,
} from './person'

const NEWCOMERS: Person[] = [
  { name: 'Home 7 with solar, California', locale: 'en', viewport: DESKTOP },
  { name: 'Home 10 with solar, California', locale: 'zh', viewport: PHONE },
]

test('from the first visit to a checked bill: own file, offer, signature; in English, and in Chinese on a phone', async ({
  browser,
}) => {
  test.setTimeout(480_000)
  const signed: Signed[] = []
  for (const person of NEWCOMERS) {
    signed.push(await test.step(`${person.locale}: to the signature`, () => untilSigned(browser, person)))
  }

  // A month of supply, in the band and in registers that are easy to add up.
  const [start, end] = nextMonths()
  await letTimePass(end + HOUR_S)
  for (const { meterId, five } of signed) {
    await handIn(readOf(meterId, { time: start, sequence: 1, values: [0n, 0n, 0n, 0n, 0n] }))
    await handIn(readOf(meterId, { time: end, sequence: 2, values: five }))
  }

  for (const one of signed) await test.step(`${one.person.locale}: the bill`, () => untilChecked(one))
})

interface Signed {
  person: Person
  page: Page
  wallet: TestWallet
  meterId: Hex
  offerId: string
  /** For the first month. */
  contracted: bigint
  /** What its meter will count in that month. */
  five: bigint[]
}

/** One press to compare, two to look at the best offer and go there; then signing in on the spot takes two, and signing one. */
async function untilSigned(browser: Browser, person: Person): Promise<Signed> {
  const say = words(person.locale)
  const meterId = await newMeter(person.name)
  const page = await pageOf(browser, person)
  const wallet = await installWallet(page, accountOf(person.name))
  await page.goto(market().url)
  await page
    .getByRole('main')
    .getByRole('link', { name: say('compare.cta') })
    .click()
  await dropText(page, 'my-home.csv', yearFile('netherlands-home-2', lastTwelveMonths(Date.now())).text)
  await expect(page.getByRole('heading', { name: say('compare.results.title') })).toBeFocused(SLOW)
  const offer = page.locator('[data-offer]').first()
  const offerId = (await offer.getAttribute('data-offer')) ?? ''
  await offer.locator('button[aria-expanded]').click()
  await offer.locator('a[href*="plan="]').click()
  await page.waitForURL(/\/offers\/0x[0-9a-f]{64}\?plan=/)
  // Of a year that begins with January: the month that supply starts with.
  const plan = (new URL(page.url()).searchParams.get('plan') ?? '').split('.').map(Number)
  const kwh = plan[new Date(nextMonths()[0] * 1_000 + AHEAD_MS).getUTCMonth()] ?? 0
  await page
    .getByRole('main')
    .getByRole('link', { name: say('signing.signedOut.action') })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await page.getByRole('button', { name: say('signing.sign') }).click()
  await page.waitForURL(/\/receipt$/, SLOW)
  expect([wallet.clicks(), wallet.prompts]).toEqual([6, { personal_sign: 1, [TYPED_DATA]: 1 }])
  const contracted = BigInt(kwh) * 1_000n
  const five = [10n, 20n, 30n, 25n, 15n].map((percent) => (contracted * percent) / 100n)
  return { person, page, wallet, meterId, offerId, contracted, five }
}

/** From the receipt home, to the bill, and one press to check it. */
async function untilChecked({ person, page, wallet, offerId, contracted, five }: Signed): Promise<void> {
  const say = words(person.locale)
  wallet.countFromHere()
  await page
    .getByRole('link', { name: say('supply.title') })
    .first()
    .click()
  await page.waitForURL(/\/consumer$/)
  const bill = page.locator('a[href^="/consumer/bills/0x"]').filter({ hasText: monthName(person.locale) })
  await reloadUntil(page, () => expect(bill).toBeVisible({ timeout: 2_000 }))
  await bill.click()
  await page.waitForURL(/\/consumer\/bills\/0x/)
  await page.getByRole('button', { name: say('bill.check.start') }).click()
  await expect(page.getByText(say('checkBill.verdict.right.title'))).toBeVisible(SLOW)
  expect([wallet.clicks(), wallet.prompts]).toEqual([3, {}])
  await expectNoBarrier(page)

  // SPEC section 7 by hand for that month: see compare/yearly-cost.ts.
  const published = (await (await page.request.get(`${market().url}/compare/market.json`)).json()) as PublishedOffer
  expect(await totalOf(page)).toBe(monthlyCost(offerWith(published, offerId), { contracted, five }))
  expect(wallet.calls).not.toContain('eth_sendTransaction')
  await page.context().close()
}

/** First instants of the next month and of the one after it, on the wall in Shanghai: when supply starts, and its first month ends. */
function nextMonths(): [number, number] {
  const wall = new Date(Date.now() + AHEAD_MS)
  const first = (ahead: number) => (Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + ahead, 1) - AHEAD_MS) / 1_000
  return [first(1), first(2)]
}

/** The month that supply starts with, as a bill writes it. */
const monthName = (locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', timeZone: 'Asia/Shanghai' }).format(
    nextMonths()[0] * 1_000,
  )
