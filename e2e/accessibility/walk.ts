import type { Page } from '@playwright/test'
import { installStops, type Stop } from './stops'

/** A control may hold several stops, such as the parts of a date; more than this is a trap. */
const MOST_ON_ONE = 8
const BEYOND_EXPECTED = 40

/**
 * Goes through a page with Tab, from its first stop to its last. Everything that can be used is reached, in the order of the page,
 * seen when it is reached and not behind a bar that stays; the first stop leads past what is the same on every page.
 */
export async function walkFaults(page: Page): Promise<string[]> {
  await page.evaluate(installStops)
  const faults = await page.evaluate(() => window.stops!.unreachable())
  const seen: number[] = []
  let onOne = 0
  const most = (await page.evaluate(() => window.stops!.count)) * 2 + BEYOND_EXPECTED
  for (let presses = 0; ; presses++) {
    const stop = await pressTab(page)
    if (stop.place === null) break
    if (stop.place === seen.at(-1)) {
      if (++onOne > MOST_ON_ONE) return [...faults, `Tab does not leave ${stop.name}`]
      continue
    }
    onOne = 0
    // Around again: the browser has no bar of its own to go to.
    if (seen.includes(stop.place)) break
    if (presses > most) return [...faults, `Tab goes around without an end, last at ${stop.name}`]
    if (stop.place < 0) continue
    faults.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`))
    if (stop.place < Math.max(-1, ...seen)) faults.push(`Tab goes back to ${stop.name}`)
    seen.push(stop.place)
  }
  faults.push(...(await page.evaluate((places) => window.stops!.missed(places), seen)))
  return [...faults, ...(await skipLinkFaults(page))]
}

async function pressTab(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => window.stops!.look())
}

/** From before the first stop: the first leads to the content, and Tab goes on from there. */
async function skipLinkFaults(page: Page): Promise<string[]> {
  for (let presses = 0; (await page.evaluate(() => window.stops!.look().place)) !== 0; presses++) {
    if (presses > 2) return ['Tab does not come back to the first stop']
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  return page.evaluate(() => {
    const main = document.querySelector('main')
    if (document.activeElement !== main) return ['the first stop does not lead to the content']
    const covered = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
    const top = main?.querySelector('h1')?.getBoundingClientRect().top ?? 0
    return top < Math.min(covered, innerHeight) ? [`the first stop leads behind the top bar`] : []
  })
}
