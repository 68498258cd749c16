/** A page printed by a real Chromium: tagged, titled, and shut in. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findChromium } from './find-chromium'
import { printPage } from './print-page'

const settings = vi.hoisted(() => ({ publicUrl: '', chromiumPath: undefined, programFolders: '' }))
vi.mock('@/lib/env', () => ({ env: settings }))

const program = findChromium()
const asked: { url: string; cookie: string | undefined }[] = []
let server: Server
let elsewhere: Server

const PAGE = (stranger: number) => `<!doctype html><html lang="en"><title>Bill for May</title>
<main><h1>Amount ¥1,234.567890</h1><table><tr><th>Energy</th><td>42</td></tr></table><p id="out">waiting</p></main>
<script>
  document.getElementById('out').textContent = 'cookies[' + document.cookie + ']'
  for (const url of ['/api/rpc', 'http://127.0.0.1:${stranger}/leak', 'http://localhost:${stranger}/leak']) fetch(url).catch(() => {})
  new Image().src = 'http://127.0.0.1:${stranger}/pixel'
</script></html>`

async function listening(serve: (request: IncomingMessage) => string): Promise<Server> {
  const made = createServer((request, response) => {
    asked.push({ url: request.url ?? '', cookie: request.headers.cookie })
    response.setHeader('content-type', 'text/html; charset=utf-8').end(serve(request))
  })
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
  return made
}

const bill = { path: '/consumer/bills/0xab-1', cookie: 'session=secret', shows: 'h1' }
const portOf = (one: Server) => (one.address() as AddressInfo).port

describe.skipIf(program === null)('printPage', () => {
  beforeAll(async () => {
    elsewhere = await listening(() => 'nobody should come here')
    server = await listening(({ url }) => (url === '/hang' ? '<script>for (;;) {}</script>' : PAGE(portOf(elsewhere))))
    settings.publicUrl = `http://127.0.0.1:${portOf(server)}`
  })
  afterAll(() => {
    server.close()
    elsewhere.close()
  })

  it('makes a tagged PDF with its title and its language, and asks for the page alone', async () => {
    const pdf = (await printPage(program ?? '', bill)).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf).toMatch(/\/StructTreeRoot/)
    expect(pdf).toMatch(/\/Lang\s*\(en/)
    // The page came with its reader's cookie. Whatever its script asked for came nowhere.
    expect(asked).toEqual([{ url: '/consumer/bills/0xab-1', cookie: 'session=secret; theme=light' }])
  })

  it('prints no page that does not show what it is printed for', { timeout: 90_000 }, async () => {
    await expect(printPage(program ?? '', { ...bill, shows: '[data-bill-total]' })).rejects.toThrow('did not show')
  })

  it('gives up a page that never ends', { timeout: 60_000 }, async () => {
    await expect(printPage(program ?? '', { ...bill, path: '/hang' }, 5_000)).rejects.toThrow()
  })
})
