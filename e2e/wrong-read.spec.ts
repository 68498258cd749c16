import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { demoMeterKey } from '../lib/chain/meter-keys'
import { registerValues } from '../lib/domain/metering/register-values'
import type { Address, Hex } from '../lib/domain/units/hex'
import { watt, wh } from '../lib/domain/units/units'
import { signInAs } from './sign-in'
import { market } from './stack'

const SIGNATURE: string = `0x${'11'.repeat(65)}`

test('the grid company submits wrong reads: each is refused by name and changes nothing', async ({ page }) => {
  await signInAs(page, 'Hubei Grid Company (demo)', /\/operator\/reads$/)
  const before = await page.getByRole('table').first().innerText()
  const meterId = await page.locator('[data-meter-id]').first().getAttribute('data-meter-id')

  await submit(page, { ...read(meterId ?? ''), meterId: `0x${'ab'.repeat(32)}` })
  await expect(page.getByText(sentence('MeterUnknown'))).toBeVisible()

  await submit(page, { ...read(meterId ?? ''), time: Math.floor(Date.now() / 1000) + 86_400 })
  await expect(page.getByText(sentence('ReadFromFuture'))).toBeVisible()

  const unsupplied = await rowOf(page, 'Home 1 with solar, Netherlands')
  const backwards = { ...read(unsupplied), importWh: ['0', '0', '0', '0', '0'] }
  await submit(page, backwards, await signedByMeter(backwards))
  await expect(page.getByText(sentence('ReadBackwards'))).toBeVisible()

  await submit(page, backwards, await signedByMeter({ ...backwards, sequence: 98 }))
  await expect(page.getByText(sentence('ReadSignatureInvalid'))).toBeVisible()

  await page.reload()
  expect(await page.getByRole('table').first().innerText()).toBe(before)
})

const { refusals } = JSON.parse(readFileSync('messages/en.json', 'utf8')) as { refusals: Record<string, string> }

/** The sentence of a refusal up to its first fact. */
const sentence = (name: string) => refusals[name]?.split('{')[0] ?? name

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

type GivenRead = ReturnType<typeof read>

async function rowOf(page: Page, label: string): Promise<string> {
  const row = page.getByRole('row').filter({ hasText: label })
  return (await row.locator('[data-meter-id]').getAttribute('data-meter-id')) ?? ''
}

/** With the meter's own key, as its simulator signs. */
async function signedByMeter(given: GivenRead): Promise<string> {
  const { chainId, contracts } = JSON.parse(readFileSync(market().deploymentFile, 'utf8')) as {
    chainId: number
    contracts: Record<'MeterRegistry' | 'ERC7913P256Verifier', Address>
  }
  const place = { chainId, meterRegistry: contracts.MeterRegistry, p256Verifier: contracts.ERC7913P256Verifier }
  return demoMeterKey(given.meterId as Hex, place).sign({
    ...given,
    meterId: given.meterId as Hex,
    quality: 'Measured',
    importWh: registerValues(given.importWh.map((value) => wh(BigInt(value)))),
    exportWh: wh(BigInt(given.exportWh)),
    maxDemand: watt(BigInt(given.maxDemand)),
    intervalRoot: given.intervalRoot as Hex,
  })
}

async function submit(page: Page, given: GivenRead, signature = SIGNATURE): Promise<void> {
  await page.getByLabel('Signed read (JSON)').fill(JSON.stringify({ read: given, signature }))
  await page.getByRole('button', { name: 'Submit read' }).click()
}
