import { expect, test, type Browser, type Page } from '@playwright/test'
import { signInAs } from './sign-in'
import { market } from './stack'

const GRID = 'Hubei Grid Company (demo)'
/** No other journey looks at what this one used. */
const CONSUMER = 'Home 4 with solar, California'
const SHORT = { timeout: 60_000 }

test('a file that is dropped becomes the curve a consumer sees; the same again changes nothing; a wrong one is refused', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const { number, day } = await meterOf(browser)
  await signInAs(page, GRID, /\/operator\/reads$/)
  await page.getByRole('link', { name: 'Imports' }).click()
  await page.getByLabel('Meter number').fill(number)

  // Half-hours with a decimal comma under words no shape is known for: 24 × (250 + 750) Wh are 24 kWh.
  await drop(page, 'zaehler.csv', tableOf(day, ['0,250', '0,750']))
  const editor = page.getByRole('region', { name: 'What the columns of zaehler.csv mean' })
  await expect(editor.getByLabel('Decimal sign')).toHaveValue(',')
  await expect(editor.getByRole('row').filter({ hasText: '0.250' }).first()).toBeVisible()
  await editor.getByLabel('Name of this description').fill('Journey, half-hours')
  await editor.getByRole('button', { name: 'Save and import' }).click()
  await expect(page.locator('[data-upload=ended]')).toContainText('Imported', SHORT)
  await page.getByRole('link', { name: 'Report of zaehler.csv' }).click()
  await expect(page.locator('dl').first()).toContainText('Changed')
  // 48 half-hours: 24 of them 0.25 kWh, 24 of them 0.75 kWh.
  await expect(page.locator('[data-total-of]')).toContainText(['24.000'])

  await page.goto(`${market().url}/operator/imports`)
  await page.getByLabel('Meter number').fill(number)
  await drop(page, 'again.csv', tableOf(day, ['0,250', '0,750']))
  await page.getByLabel('Use a saved description').selectOption('Journey, half-hours')
  await page.getByRole('button', { name: 'Save and import' }).click()
  await expect(page.locator('[data-upload=ended]')).toContainText('Imported', SHORT)
  await page.getByRole('link', { name: 'Report of again.csv' }).click()
  await expect(page.getByText('Nothing new')).toBeVisible()

  await page.goto(`${market().url}/operator/imports`)
  await drop(page, 'broken.csv', '100,NEM12,202611260101,MDA,RET\n300,20261124,not a number\n900\n')
  await expect(page.locator('[data-upload=ended]')).toContainText('Refused: nothing was changed', SHORT)
  await page.getByRole('link', { name: 'Report of broken.csv' }).click()
  await expect(page.getByText('This file was refused. Nothing was changed.')).toBeVisible()
  expect(await page.locator('[data-kind=fault]').count()).toBeGreaterThan(0)

  const consumer = await (await browser.newContext()).newPage()
  await signInAs(consumer, CONSUMER, /\/consumer$/)
  await consumer.goto(`${market().url}/consumer/metering?date=${day}`)
  await expect(consumer.locator('tr[data-slot]')).toHaveCount(48)
  await expect(consumer.getByRole('main').locator('dl data').first()).toHaveAttribute('value', '24000')
  await consumer.close()
})

test('what is no meter file is not sent, and what is on its way can be cancelled', async ({ page }) => {
  await signInAs(page, GRID, /\/operator\/reads$/)
  await page.goto(`${market().url}/operator/imports`)
  await drop(page, 'letter.pdf', '%PDF-1.7 a letter')
  await expect(page.locator('[data-upload=unsuitable]')).toContainText('Not a meter file: nothing was sent')
  await drop(page, 'unknown.csv', tableOf('2026-01-01', ['1', '2']))
  await page.getByRole('button', { name: 'Cancel unknown.csv' }).click()
  await expect(page.locator('[data-upload=cancelled]')).toContainText('nothing was changed')
  await page.reload()
  await expect(page.getByRole('row').filter({ hasText: 'unknown.csv' })).toHaveCount(0)
})

/** The consumer's meter, and the last day it has data of: no agreement has been billed for it yet. */
async function meterOf(browser: Browser): Promise<{ number: string; day: string }> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, CONSUMER, /\/consumer$/)
  await page.goto(`${market().url}/consumer/metering`)
  const day = await page.getByLabel('Go to a date').inputValue()
  const number = await page
    .locator('dt', { hasText: 'Meter number' })
    .locator('xpath=following-sibling::dd')
    .innerText()
  await page.close()
  return { number, day }
}

function tableOf(day: string, halves: [string, string]): string {
  const date = day.split('-').reverse().join('.')
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
  const rows = hours.flatMap((hour) =>
    ['00', '30'].map((minute, half) => `${date} ${hour}:${minute};${halves[half]};${half === 0 ? '0,1' : '0'}`),
  )
  return ['When;Bezug kWh;Einspeisung kWh', ...rows, ''].join('\n')
}

/** As a person drags a file from a folder. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name))
      return transfer
    },
    { name, text },
  )
  const zone = page.locator('[data-drop-zone]')
  // A page that has just come does not listen yet.
  await page.waitForLoadState('networkidle')
  await zone.dispatchEvent('dragover', { dataTransfer: files })
  await zone.dispatchEvent('drop', { dataTransfer: files })
}
