/** A page of this market as a tagged PDF, printed by the machine's Chromium. */
import { startBrowser, type Browser } from './browser'
import { pageSource, type PageSource } from './page-source'

/** A page takes two seconds, on a machine that is busy with other things much longer. */
const PATIENCE_MS = 60_000
/** A4 less its margins, at 96 dots an inch: the page is laid out once, as wide as it is printed. */
const PAPER = { width: 720, height: 1_020, deviceScaleFactor: 1, mobile: false }
const A4_INCHES = { paperWidth: 8.27, paperHeight: 11.69 }
/** True once the page shows what it is printed for, has its title and its fonts, and no part of it is still on its way. */
const ready = (shows: string) => `(async () => {
  await document.fonts.ready
  for (let turn = 0; turn < 300; turn++) {
    const whole = document.readyState === 'complete' && document.title && document.querySelector(${JSON.stringify(shows)})
    if (whole && !document.querySelector('[data-loading]')) return true
    await new Promise((done) => setTimeout(done, 100))
  }
  return false
})()`

interface Paused {
  requestId: string
  request: { method: string; url: string }
}

export interface Print {
  /** Of a page of this market. */
  path: string
  /** The asking member's own. */
  cookie: string
  /** A selector of what the page is printed for: a page of an error, or one that is half there, is never printed. */
  shows: string
}

/** Throws if it does not work or takes too long. @param program A Chromium. */
export async function printPage(program: string, print: Print, patienceMs = PATIENCE_MS): Promise<Buffer> {
  const source = pageSource(print.path, print.cookie)
  const browser = await startBrowser(program)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('printing took too long')), patienceMs)
  })
  try {
    return await Promise.race([printed(browser, source, print.shows), late])
  } finally {
    clearTimeout(timer)
    await browser.close()
  }
}

async function printed(browser: Browser, source: PageSource, shows: string): Promise<Buffer> {
  const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  const send = <T>(method: string, params?: object) => browser.send<T>(method, params, sessionId)
  let served = false
  browser.on('Fetch.requestPaused', ({ requestId, request }: Paused) => {
    void answer(requestId, request).catch(() => undefined)
  })
  async function answer(requestId: string, { method, url }: Paused['request']): Promise<void> {
    const given = await source.serve(method, url).catch(() => null)
    if (!given) return void (await send('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' }))
    served ||= url === source.url
    await send('Fetch.fulfillRequest', {
      requestId,
      responseCode: given.status,
      responseHeaders: [{ name: 'content-type', value: given.type }],
      body: given.body.toString('base64'),
    })
  }
  const loaded = new Promise<void>((done) => browser.on('Page.loadEventFired', () => done()))
  await send('Page.enable')
  // A page in the background draws no frames, and what it waits for with them never comes.
  await send('Page.bringToFront')
  await send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  await send('Emulation.setDeviceMetricsOverride', PAPER)
  await send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  })
  const { errorText } = await send<{ errorText?: string }>('Page.navigate', { url: source.url })
  if (errorText) throw new Error('the page was not shown')
  await loaded
  if (!served) throw new Error('the page was not shown')
  const { result } = await send<{ result: { value?: unknown } }>('Runtime.evaluate', {
    expression: ready(shows),
    awaitPromise: true,
  })
  if (result.value !== true) throw new Error('the page did not show what it is printed for')
  const { data } = await send<{ data: string }>('Page.printToPDF', {
    ...A4_INCHES,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
  })
  return Buffer.from(data, 'base64')
}
