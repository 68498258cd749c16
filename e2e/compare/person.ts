/** What a person does on the page, and with what. */
import type { JSHandle, Page } from '@playwright/test'

/** As a person drags a file from a folder. */
export async function dropText(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name))
      return transfer
    },
    { name, text },
  )
  await drop(page, files)
}

/** Hours of forty meters over two years, about 40 MB: made in the page, since it would take long to get there. */
export async function dropLongFile(page: Page): Promise<void> {
  const files = await page.evaluateHandle(() => {
    const rows = ['start,import_kwh,export_kwh,quality,meter']
    for (let meter = 0; meter < 40; meter++)
      for (let hour = 0; hour < 2 * 365 * 24; hour++)
        rows.push(
          `${new Date(Date.UTC(2024, 0, 1, hour)).toISOString()},0.${100 + (hour % 900)},0.000,Measured,M${meter}`,
        )
    const transfer = new DataTransfer()
    transfer.items.add(new File([rows.join('\n')], 'long.csv'))
    return transfer
  })
  await drop(page, files)
}

async function drop(page: Page, dataTransfer: JSHandle<DataTransfer>): Promise<void> {
  // A page that has just come does not listen yet.
  await page.waitForLoadState('networkidle')
  const zone = page.locator('[data-drop-zone]')
  await zone.dispatchEvent('dragover', { dataTransfer })
  await zone.dispatchEvent('drop', { dataTransfer })
}

export async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  for (let press = 0; press < 80; press++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not come to ${selector}`)
}

/** Milliseconds: the longest that the page drew nothing within a second and a half. */
export async function longestPause(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let [longest, last] = [0, performance.now()]
    const until = last + 1_500
    while (last < until) {
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  })
}
