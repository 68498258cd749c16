import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { signInAs, signOut } from './sign-in'
import { market } from './stack'

const CONSUMER = 'University building b61, Cambridge'

const checks = (page: Page) =>
  page.locator('[data-check]').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-finding')))

/** In the middle of the last settled month. */
function settledDay(): string {
  const day = new Date()
  day.setUTCDate(0)
  day.setUTCDate(15)
  return day.toISOString().slice(0, 10)
}

/** Of the viewer's only supply point, from the page that shows it. */
async function ownMeter(page: Page): Promise<string> {
  await page.goto(`${market().url}/consumer`)
  const id = await page.locator('h2[id^="0x"]').first().getAttribute('id')
  return id ?? ''
}

test('a day is proven to somebody without an account, and one changed number is found', async ({ page }, info) => {
  await signInAs(page, CONSUMER, /\/consumer$/)
  const [meterId, day] = [await ownMeter(page), settledDay()]
  await page.goto(`${market().url}/consumer/metering/proof?meter=${meterId}&day=${day}`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the proof file' }).click(),
  ])
  const file = info.outputPath('day.proof.json')
  await download.saveAs(file)
  const link = await page.getByRole('link', { name: 'Check it myself' }).getAttribute('href')

  await signOut(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(`${market().url}/check-day`)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText(/The meter signed these figures for/)).toBeVisible()
  expect(await checks(page)).toEqual(Array<string>(7).fill('right'))

  // The same by the link: what is behind its # never leaves the browser, nor did the file.
  await page.goto('about:blank')
  await page.goto(link ?? '')
  await expect(page.getByText(/The meter signed these figures for/)).toBeVisible()
  const { salt } = JSON.parse(readFileSync(file, 'utf8')) as { salt: string }
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((sent) => sent.includes(salt) || sent.includes('proof='))).toEqual([])

  const changed = JSON.parse(readFileSync(file, 'utf8')) as { day: { importWh: string[] } }
  changed.day.importWh[18] = String(Number(changed.day.importWh[18]) + 1)
  const forged = info.outputPath('forged.proof.json')
  writeFileSync(forged, JSON.stringify(changed))
  await page.goto(`${market().url}/check-day`)
  await page.locator('input[type=file]').setInputFiles(forged)
  await expect(page.getByText('These figures are not proven', { exact: true })).toBeVisible()
  expect(await checks(page)).toEqual(['wrong', ...Array<string>(6).fill('right')])
})

test('what is no proof is named, and a chain that does not answer is not taken for a wrong file', async ({ page }) => {
  await signInAs(page, CONSUMER, /\/consumer$/)
  const path = `${market().url}/api/v1/meters/${await ownMeter(page)}/days/${settledDay()}`
  const proof = await (await page.request.get(path)).text()
  await page.goto(`${market().url}/check-day`)
  const [pasted, check] = [
    page.getByLabel('Or paste the text of the file'),
    page.getByRole('button', { name: 'Check' }),
  ]
  await pasted.fill('200,NEM1201009,E1E2')
  await check.click()
  await expect(page.getByText('This is not a proof file')).toBeVisible()

  await page.route('**/api/rpc', (route) => route.abort())
  await pasted.fill(proof)
  await check.click()
  await expect(page.getByText('Not known yet')).toBeVisible()
  expect(await checks(page)).toEqual(['right', ...Array<string>(6).fill('unknown')])
  await page.unroute('**/api/rpc')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/The meter signed these figures for/)).toBeVisible()
})

test('whoever is not signed in, or is somebody else, gets no day', async ({ page, browser }) => {
  await signInAs(page, CONSUMER, /\/consumer$/)
  const path = `${market().url}/api/v1/meters/${await ownMeter(page)}/days/${settledDay()}`
  expect((await page.request.get(path)).status()).toBe(200)
  await signOut(page)
  expect((await page.request.get(path)).status()).toBe(401)
  const other = await browser.newPage()
  await signInAs(other, 'University building b52, Cambridge', /\/consumer$/)
  expect((await other.request.get(path)).status()).toBe(404)
  await other.close()
})

test('a holder has the billed intervals erased, after a warning, and proofs say so', async ({ page }) => {
  await signInAs(page, 'University building b96, Cambridge', /\/consumer$/)
  const meterId = await ownMeter(page)
  await page.goto(`${market().url}/consumer/metering/erase`)
  await expect(page.getByText('Not billed yet: ask again after the bill')).toBeVisible()
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/Nobody can bring them back/)).toBeVisible()
  const erase = dialog.getByRole('button', { name: 'Erase for ever' })
  await expect(erase).toBeDisabled()
  await dialog.getByRole('checkbox').check()
  await erase.click()
  await expect(page.getByText('Your data are erased')).toBeVisible()
  await expect(page.getByText('There is nothing to erase')).toBeVisible()

  await page.goto(`${market().url}/consumer/metering/proof?meter=${meterId}&day=${settledDay()}`)
  await expect(page.getByText('This day was erased on request', { exact: true })).toBeVisible()
  const answer = await page.request.get(`${market().url}/api/v1/meters/${meterId}/days/${settledDay()}`)
  expect([answer.status(), ((await answer.json()) as { error: string }).error]).toEqual([410, 'DayErased'])
  await page.goto(`${market().url}/consumer/bills`)
  await expect(page.getByRole('row').filter({ has: page.getByRole('link') })).toHaveCount(12)
})
