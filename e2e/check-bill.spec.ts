import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { expectNoBarrier } from './accessibility/barriers'
import { signInAs } from './sign-in'
import { market } from './stack'

const CONSUMER = 'University building b52, Cambridge'
const OTHER = 'University building b41, Cambridge'
const RETAILER = 'Clearwater Energy'
const PHONE = { width: 390, height: 844 }

const verdict = (page: Page) => page.locator('[data-verdict]')
const checks = (page: Page) =>
  page
    .locator('[data-check]')
    .evaluateAll((rows) => rows.map((row) => `${row.getAttribute('data-check')}: ${row.getAttribute('data-finding')}`))

/** The address of the viewer's bill with a shortfall penalty: its lines are of every group. */
async function openBill(page: Page): Promise<string> {
  await page.goto(`${market().url}/consumer/bills`)
  const bills = page.getByRole('row').filter({ has: page.getByRole('link') })
  const path = await bills.filter({ hasText: 'below the band' }).first().getByRole('link').first().getAttribute('href')
  await page.goto(`${market().url}${path}`)
  return path ?? ''
}

async function drop(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
}

test('a consumer checks a bill with one click, and a stranger checks its file', async ({ page, browser }, info) => {
  test.slow()
  await signInAs(page, CONSUMER, /\/consumer$/)
  await openBill(page)
  await page.getByRole('button', { name: 'Check this bill' }).click()
  await expect(page.getByText('Every line of this bill is right')).toBeVisible()
  const found = await checks(page)
  expect(found.filter((check) => !check.endsWith(': right'))).toEqual([])
  expect(found.filter((check) => check.startsWith('line'))).toHaveLength(await page.locator('[data-bill-line]').count())
  expect(found.filter((check) => check.startsWith('signature'))).toHaveLength(2)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the file' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^bill-\d{4}-\d{2}\.json$/)
  const file = info.outputPath('bill.json')
  await download.saveAs(file)

  const stranger = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const sent: string[] = []
  stranger.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await stranger.goto(`${market().url}/check-bill`)
  await stranger.waitForLoadState('networkidle')
  await drop(stranger, file)
  await expect(stranger.getByText('Every line of this bill is right')).toBeVisible()
  expect((await checks(stranger)).filter((check) => !check.endsWith(': right'))).toEqual([])
  // Hashes and ids were asked of the chain; who pays, how much and how much was used stayed in the browser.
  const content = JSON.parse(readFileSync(file, 'utf8')) as {
    agreement: { terms: { consumer: string; meterId: string } }
    runs: { closing: { importWh: string[]; seal: { signature: string } }; lines: { amount: string }[] }[]
  }
  const [run] = content.runs
  const secrets = [
    content.agreement.terms.consumer,
    content.agreement.terms.meterId,
    run!.closing.seal.signature,
    ...run!.closing.importWh.filter((value) => value.length > 4),
    ...run!.lines.map(({ amount }) => amount).filter((value) => value.length > 4),
  ]
  expect(sent.some((request) => request.includes('/api/rpc'))).toBe(true)
  expect(secrets.filter((secret) => sent.some((request) => request.includes(secret)))).toEqual([])
  await stranger.close()
})

test('a changed file is red and names the line; without a network all but the chain is checked', async ({
  page,
  browser,
}, info) => {
  test.slow()
  await signInAs(page, CONSUMER, /\/consumer$/)
  const path = await openBill(page)
  const text = await (await page.request.get(`${market().url}${path}/bill.json`)).text()
  const changed = JSON.parse(text) as { runs: { lines: { kind: string; amount: string }[] }[] }
  const line = changed.runs[0]!.lines.find(({ kind }) => kind === 'ShortfallPenalty')!
  line.amount = String(BigInt(line.amount) + 1n)
  const [good, forged] = [info.outputPath('bill.json'), info.outputPath('forged.json')]
  writeFileSync(good, text)
  writeFileSync(forged, JSON.stringify(changed))

  const context = await browser.newContext({ locale: 'en-GB' })
  const stranger = await context.newPage()
  await stranger.goto(`${market().url}/check-bill`)
  await drop(stranger, forged)
  await expect(stranger.getByRole('alert').getByText('This bill is not right')).toBeVisible()
  await expect(stranger.locator('[data-wrong]')).toContainText('Shortfall penalty')
  await expect(stranger.locator('[data-line=ShortfallPenalty]')).toHaveAttribute('data-finding', 'wrong')
  await expect(stranger.locator('[data-line=Energy]')).toHaveAttribute('data-finding', 'right')

  // What checks is there already: the network may go.
  await context.setOffline(true)
  await stranger.getByRole('button', { name: 'Check another bill' }).click()
  await drop(stranger, good)
  await expect(stranger.getByText('Worked out again, not compared with the chain')).toBeVisible()
  const rows = stranger.locator('[data-check=line]')
  expect(await rows.count()).toBeGreaterThanOrEqual(6)
  for (const row of await rows.all()) {
    await expect(row).toHaveAttribute('data-again', 'right')
    await expect(row).toContainText('not compared')
  }
  await context.setOffline(false)
  await stranger.getByRole('button', { name: 'Try again' }).click()
  await expect(stranger.getByText('Every line of this bill is right')).toBeVisible()

  await stranger.getByRole('button', { name: 'Check another bill' }).click()
  await stranger.getByLabel('Or paste the text of the file').fill('{"format":"switchyard-bill","version":1}')
  await stranger.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(stranger.getByText('This cannot be checked')).toBeVisible()
  await context.close()
})

test('by keyboard, on a phone, in Chinese, without barriers', async ({ page, browser }) => {
  test.slow()
  await signInAs(page, CONSUMER, /\/consumer$/)
  const path = await openBill(page)
  const text = await (await page.request.get(`${market().url}${path}/bill.json`)).text()
  const context = await browser.newContext({ locale: 'zh-CN', viewport: PHONE })
  const stranger = await context.newPage()
  await stranger.goto(`${market().url}/check-bill`)
  await expect(stranger.getByRole('heading', { level: 1, name: '核对账单' })).toBeVisible()
  const pasted = stranger.getByLabel('或粘贴文件内容')
  await pasted.focus()
  await pasted.fill(text)
  await stranger.keyboard.press('Tab')
  await expect(stranger.getByRole('button', { name: '核对', exact: true })).toBeFocused()
  await stranger.keyboard.press('Enter')
  await expect(stranger.getByText('账单每一行都正确')).toBeVisible()
  await expect(verdict(stranger)).toHaveAttribute('data-verdict', 'right')
  const wide = await stranger.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await expectNoBarrier(stranger)
  await context.close()
})

test('a bill is saved as a tagged PDF and as a table, with every amount', async ({ page }, info) => {
  test.slow()
  await signInAs(page, CONSUMER, /\/consumer$/)
  const path = await openBill(page)
  const amounts = await page
    .locator('[data-bill-amount]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-bill-amount') ?? ''))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDF' }).click(),
  ])
  const file = info.outputPath('bill.pdf')
  await download.saveAs(file)
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  if (hasPoppler()) {
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Title: +Bill for .+[\s\S]*Tagged: +yes/)
    const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    for (const amount of amounts) expect(words).toContain(exact(BigInt(amount)))
    expect(words).not.toContain('Check this bill in')
  }
  const csv = await (await page.request.get(`${market().url}${path}/bill.csv`)).text()
  expect(csv.trimEnd().split('\r\n')).toHaveLength(amounts.length + 1)
})

test('nobody else gets a bill in any form, nor learns that there is one', async ({ page, browser }) => {
  test.slow()
  await signInAs(page, CONSUMER, /\/consumer$/)
  const path = await openBill(page)
  const none = `/consumer/bills/0x${'00'.repeat(32)}-1`
  const forms = ['bill.json', 'bill.csv', 'bill.pdf']
  for (const [who, landing] of [
    [OTHER, /\/consumer$/],
    [RETAILER, /\/retailer\/offers$/],
  ] as const) {
    const other = await (await browser.newContext()).newPage()
    await signInAs(other, who, landing)
    for (const form of forms) {
      const [theirs, nothing] = [
        await other.request.get(`${market().url}${path}/${form}`),
        await other.request.get(`${market().url}${none}/${form}`),
      ]
      expect([form, theirs.status(), await theirs.text()]).toEqual([form, 404, await nothing.text()])
    }
    await other.close()
  }
  const stranger = await (await browser.newContext()).newPage()
  for (const form of forms) {
    const answers = [path, none].map((bill) => stranger.request.get(`${market().url}${bill}/${form}`))
    expect((await Promise.all(answers)).map((answer) => answer.status())).toEqual([401, 401])
  }
  await stranger.close()
})

/** "1,234.567890", as pages show an amount to the last millionth. */
function exact(micro: bigint): string {
  return `${(micro / 1_000_000n).toLocaleString('en')}.${String(micro % 1_000_000n).padStart(6, '0')}`
}

function hasPoppler(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
