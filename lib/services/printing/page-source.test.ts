import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pageSource } from './page-source'

vi.mock('@/lib/env', () => ({ env: { publicUrl: 'https://market.example/' } }))

const asked: { url: string; cookie: string | undefined; redirect: string | undefined }[] = []
let answer = () => new Response('<html>', { headers: { 'content-type': 'text/html' } })

beforeEach(() => {
  asked.length = 0
  answer = () => new Response('<html>', { headers: { 'content-type': 'text/html' } })
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push({ url: url.href, cookie: (init.headers as Record<string, string>)['cookie'], redirect: init.redirect })
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

const source = () => pageSource('/consumer/bills/0xab-1', 'session=secret; theme=dark')
const PAGE = 'https://market.example/consumer/bills/0xab-1'

describe('what a printed page may load', () => {
  it('is itself, as its reader and on white, and follows no redirect', async () => {
    expect((await source().serve('GET', PAGE))?.type).toBe('text/html')
    expect(asked).toEqual([{ url: PAGE, cookie: 'session=secret; theme=light', redirect: 'manual' }])
    answer = () => new Response(null, { status: 302, headers: { location: 'http://169.254.169.254/' } })
    expect(await source().serve('GET', PAGE)).toBeNull()
  })

  it('is styles, scripts and fonts of this build, without the cookie', async () => {
    await source().serve('GET', 'https://market.example/_next/static/chunks/a-b_c.js?v=1')
    await source().serve('GET', 'https://market.example/_next/static/chunks/app_(market)_check-bill_[id]._.css')
    await source().serve('GET', 'https://market.example/fonts/geist-latin-5.3.0.woff2')
    expect(asked).toMatchObject([{ cookie: undefined }, { cookie: undefined }, { cookie: undefined }])
  })

  it.each([
    ['GET', 'http://169.254.169.254/latest/meta-data'],
    ['GET', 'https://market.example.evil/consumer/bills/0xab-1'],
    ['GET', 'https://market.example:8443/consumer/bills/0xab-1'],
    ['GET', 'https://market.example/api/rpc'],
    ['GET', 'https://market.example/consumer/bills/0xab-2'],
    ['GET', `${PAGE}?other`],
    ['GET', 'https://market.example/_next/static/../../api/health'],
    ['GET', 'https://market.example/_next/image?url=http://evil'],
    ['POST', PAGE],
    ['GET', 'file:///etc/passwd'],
    ['GET', 'nonsense'],
  ])('is nothing else: %s %s', async (method, url) => {
    expect(await source().serve(method, url)).toBeNull()
    expect(asked).toEqual([])
  })

  it('cannot be pointed elsewhere', () => {
    for (const path of ['//evil.example/', 'https://evil.example/', String.raw`\\evil.example`])
      expect(() => pageSource(path, '')).toThrow(RangeError)
  })
})
