import { expect, test, type Page } from '@playwright/test'
import { prepare, visit } from './accessibility/visit'
import { places } from './places'
import { routes } from './routes'
import { signedIn } from './sessions'

/** Twice a page in full, each with a walk through it by keyboard. */
const MOST_MS = 120_000

/** What a page becomes by what follows in its address, where that is another picture. */
const STATES = [
  { pattern: '/compare', adds: '#like=solar-home&kwh=5000' },
  { pattern: '/consumer/metering', adds: '&view=day' },
  { pattern: '/consumer/metering', adds: '&view=week' },
  { pattern: '/consumer/metering', adds: '&view=year&compare=year' },
]

const cookies = new Map<string, Awaited<ReturnType<Awaited<ReturnType<typeof signedIn>>['storageState']>>['cookies']>()
const titles = new Map<string, string>()

async function signIn(page: Page, who: string): Promise<void> {
  if (!cookies.has(who)) {
    const session = await signedIn(who)
    cookies.set(who, (await session.storageState()).cookies)
    await session.dispose()
  }
  await page.context().addCookies(cookies.get(who) ?? [])
}

const pages = routes().filter(({ kind }) => kind === 'page')
for (const { pattern, adds } of [...pages.map(({ pattern }) => ({ pattern, adds: '' })), ...STATES]) {
  test(`nothing at ${pattern}${adds} is in anybody's way, by eye, by ear or by key`, async ({ page }) => {
    test.setTimeout(MOST_MS)
    const place = (await places()).find((one) => one.kind === 'page' && one.pattern === pattern)
    if (!place) throw new Error(`${pattern} is nowhere`)
    if (place.who) await signIn(page, place.who)
    await prepare(page)
    const { title, findings, landed } = await visit(page, `${place.path}${adds}`)
    expect(findings).toEqual([])
    const namesake = titles.get(`${place.who} ${title}`)
    expect(namesake ?? landed, `“${title}” is the title of one page`).toBe(landed)
    titles.set(`${place.who} ${title}`, landed)
  })
}
