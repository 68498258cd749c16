import { expect, test, type Page } from '@playwright/test'
import en from '../messages/en.json'
import { signInAs } from './sign-in'

const SIGNATURE = `0x${'11'.repeat(65)}`

test('the grid company submits wrong reads: each is refused by name and changes nothing', async ({ page }) => {
  await signInAs(page, 'Hubei Grid Company (demo)', /\/operator\/reads$/)
  const before = await page.getByRole('table').first().innerText()
  const meterId = await page.locator('[data-meter-id]').first().getAttribute('data-meter-id')

  await submit(page, { ...read(meterId ?? ''), meterId: `0x${'ab'.repeat(32)}` })
  await expect(page.getByText(sentence('MeterUnknown'))).toBeVisible()

  await submit(page, { ...read(meterId ?? ''), time: Math.floor(Date.now() / 1000) + 86_400 })
  await expect(page.getByText(sentence('ReadFromFuture'))).toBeVisible()

  await page.reload()
  expect(await page.getByRole('table').first().innerText()).toBe(before)
})

/** The sentence of a refusal up to its first fact. */
const sentence = (name: keyof typeof en.refusals) => en.refusals[name].split('{')[0] ?? ''

const read = (meterId: string) => ({
  meterId,
  time: Math.floor(Date.now() / 1000),
  sequence: 99,
  quality: 'Measured',
  importWh: ['1', '1', '1', '1', '1'],
  exportWh: '0',
  maxDemand: '0',
  intervalRoot: `0x${'0'.repeat(64)}`,
})

async function submit(page: Page, given: ReturnType<typeof read>): Promise<void> {
  await page.getByLabel('Signed read (JSON)').fill(JSON.stringify({ read: given, signature: SIGNATURE }))
  await page.getByRole('button', { name: 'Submit read' }).click()
}
