import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { signInAs } from './sign-in'
import { market } from './stack'

const { refusals } = JSON.parse(readFileSync('messages/en.json', 'utf8')) as { refusals: Record<string, string> }

test('a bill of another consumer does not exist for this one', async ({ browser }) => {
  const owner = await (await browser.newContext()).newPage()
  await signInAs(owner, 'University building b0, Cambridge', /\/consumer$/)
  await owner.goto(`${market().url}/consumer/bills`)
  const href = await owner.getByRole('row').getByRole('link').first().getAttribute('href')
  await owner.close()

  const other = await (await browser.newContext()).newPage()
  await signInAs(other, 'University building b41, Cambridge', /\/consumer$/)
  await other.goto(`${market().url}${href}`)
  await expect(other.getByRole('heading', { name: 'There is nothing at this address' })).toBeAttached()
  await expect(other.getByText('¥')).toHaveCount(0)
  await other.close()
})

test('a page of another role says whose it is, and asks who is there', async ({ page }) => {
  await signInAs(page, 'University building b0, Cambridge', /\/consumer$/)
  for (const [path, refusal] of [
    ['/retailer/offers', 'NotRetailer'],
    ['/retailer/customers', 'NotRetailer'],
    ['/retailer/bills', 'NotRetailer'],
    ['/operator/reads', 'NotOperator'],
    ['/operator/imports', 'NotOperator'],
    ['/operator/market', 'NotExchange'],
    ['/operator/storage', 'NotStorage'],
  ] as const) {
    await page.goto(`${market().url}${path}`)
    await page.waitForURL(/\/sign-in\?callbackUrl=/)
    await expect(page.getByText(refusals[refusal] ?? refusal)).toBeVisible()
  }
})

test('the interface says no to strangers: other accounts’ requests, methods that move the chain, huge bodies', async ({
  request,
}) => {
  const { url } = market()
  expect((await request.get(`${url}/api/v1/relays/00000000-0000-7000-8000-000000000000`)).status()).toBe(401)
  const rpc = await request.post(`${url}/api/rpc`, { data: { jsonrpc: '2.0', id: 1, method: 'evm_mine', params: [] } })
  expect(await rpc.json()).toMatchObject({ error: { code: -32601 } })
  const huge = await request.post(`${url}/api/v1/reads`, { data: { read: 'x'.repeat(200_000) } })
  expect(huge.status()).toBe(413)
  const health = await request.get(`${url}/api/health`)
  expect(await health.json()).toMatchObject({ ok: true, database: true, worker: true })
})

test('words are given by group, for good, and nothing else is', async ({ request }) => {
  const { url } = market()
  const words = await request.get(`${url}/api/words/zh/signIn,wallet.account`)
  expect(words.headers()['cache-control']).toContain('immutable')
  const given = (await words.json()) as Record<string, object>
  expect([Object.keys(given), Object.keys(given['wallet'] ?? {})]).toEqual([['signIn', 'wallet'], ['account']])
  for (const path of ['zh/signIn,constructor', 'zh/wallet.__proto__', 'zh/wallet.account.title', 'fr/ui', '../ui/ui'])
    expect((await request.get(`${url}/api/words/${path}`)).status(), path).toBe(404)
})

test('the demo wallet lets a newcomer in without an extension, clearly marked', async ({ page }) => {
  await page.goto(`${market().url}/sign-in`)
  await expect(page.getByText('Demo wallet – test money, keys are public')).toBeVisible()
  await page.getByRole('button', { name: /Home 2 with solar, California/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click()
  await page.waitForURL(/\/consumer$/)
  await expect(page.getByRole('heading', { name: 'My supply' })).toBeVisible()
})
