/** One visit of a person with a phone on a slow mobile network, whose browser has never been here. */
import type { Browser } from '@playwright/test'

/**
 * The "slow 4G" of Lighthouse, as applied to a real connection (its DevTools throttling: 150 ms and 1.6 Mbit/s each with
 * the factor that makes up for what the network stack of a browser adds).
 */
export const SLOW_4G = {
  latency: 150 * 3.75,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (750e3 * 0.9) / 8,
}
export const CPU_SLOWDOWN = 4

const PHONE = { width: 390, height: 844 }
/** No request for this long: the page has come to rest. */
const IDLE_MS = 1_000
const PATIENCE_MS = 120_000

export interface Visit {
  /** As transferred: compressed, with the headers of each response. */
  scriptBytes: number
  scripts: string[]
  documentBytes: number
  /** Largest contentful paint, milliseconds from the start of the navigation. */
  lcp: number
}

export interface VisitOptions {
  cookie: string | undefined
}

export async function visit(browser: Browser, url: string, { cookie }: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true })
  try {
    if (cookie) await context.addCookies(cookiesOf(cookie, url))
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const transfers = new Map<string, { url: string; type: string; bytes: number }>()
    let moved = Date.now()
    session.on('Network.responseReceived', ({ requestId, response, type }) =>
      transfers.set(requestId, { url: response.url, type, bytes: 0 }),
    )
    session.on('Network.requestWillBeSent', () => (moved = Date.now()))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      moved = Date.now()
      const transfer = transfers.get(requestId)
      if (transfer) transfer.bytes = encodedDataLength
    })
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    await session.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G })
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
    const answer = await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS })
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`)
    while (Date.now() - moved < IDLE_MS) await new Promise((resolve) => setTimeout(resolve, 100))
    const lcp = await page.evaluate(largestPaint)
    const seen = [...transfers.values()]
    const bytesOf = (type: string) => seen.reduce((sum, one) => (one.type === type ? sum + one.bytes : sum), 0)
    const scripts = seen
      .filter(({ type }) => type === 'Script')
      .map((one) => `${one.bytes} ${new URL(one.url).pathname}`)
    return { scriptBytes: bytesOf('Script'), scripts, documentBytes: bytesOf('Document'), lcp }
  } finally {
    await context.close()
  }
}

/** "name=value", as a Cookie header has it. */
function cookiesOf(header: string, url: string) {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}

/** Runs in the page. */
function largestPaint(): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('nothing was painted')), 10_000)
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1)
      if (last) resolve(last.startTime)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
}
