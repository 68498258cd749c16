import { chromium } from '@playwright/test'
import { signInAs } from '/tmp/h/mine/e2e/sign-in'
const [,, who, landing, scheme, width, locale, ...paths] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] })
const c = await b.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme as 'light', locale: 'en-GB' })
const page = await c.newPage()
await page.addInitScript('globalThis.__name = (f) => f')
page.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 300)))
page.on('pageerror', (e) => console.log('pageerror', String(e).slice(0, 400)))
await signInAs(page, who!, new RegExp(landing!))
if (locale === 'zh') await c.addCookies([{ name: 'locale', value: 'zh', url: 'http://localhost:3460' }, { name: 'NEXT_LOCALE', value: 'zh', url: 'http://localhost:3460' }])
for (const path of paths) {
  await page.goto('http://localhost:3460' + path.split('#')[0])
  await page.waitForTimeout(2500)
  for (const act of path.split('#').slice(1)) {
    await page.getByRole('button', { name: act }).first().click()
    await page.waitForTimeout(2500)
  }
  const name = `/tmp/h/mine-shots/${path.replace(/[^a-z]+/gi, '_')}-${scheme}-${width}-${locale}.png`
  await page.screenshot({ path: name, fullPage: !path.includes('#') })
  console.log(name)
}
await b.close()
