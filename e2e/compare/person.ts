/** What a person does on the page, and with what. */
import type { Page } from '@playwright/test'

export async function dropText(page: Page, name: string, text: string): Promise<void> {
  // A page that has just come does not listen yet.
  await page.waitForLoadState('networkidle')
  const zone = page.locator('[data-drop-zone]')
  const files = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name))
      return transfer
    },
    { name, text },
  )
  await zone.dispatchEvent('dragover', { dataTransfer: files })
  await zone.dispatchEvent('drop', { dataTransfer: files })
}

export async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  for (let press = 0; press < 80; press++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not come to ${selector}`)
}

/** Hours of forty meters over two years: about 40 MB. */
export function longFile(): string {
  const rows: string[] = ['start,import_kwh,export_kwh,quality,meter']
  for (let meter = 0; meter < 40; meter++)
    for (let hour = 0; hour < 2 * 365 * 24; hour++)
      rows.push(
        `${new Date(Date.UTC(2024, 0, 1, hour)).toISOString()},0.${100 + (hour % 900)},0.000,Measured,M${meter}`,
      )
  return rows.join('\n')
}

/** In the page: the longest that it did not draw within a second and a half. */
export async function slowestFrame(): Promise<number> {
  let [slowest, last] = [0, performance.now()]
  const until = last + 1_500
  while (last < until) {
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    slowest = Math.max(slowest, now - last)
    last = now
  }
  return slowest
}
