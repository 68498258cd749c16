import { expect, test, type Page } from '@playwright/test'
import { prepare, visit } from './accessibility/visit'
import { places } from './places'
import { routes } from './routes'
import { signedIn } from './sessions'

/** A page is gone through four times, by eye and by key; on a busy machine that takes a while. */
const MOST_MS = 240_000

/** What a page becomes by what follows in its address, where it then shows something else. */
const STATES: { pattern: string; shows: string; path: (usual: string) => string }[] = [
  { pattern: '/compare', shows: 'a ranking', path: (usual) => `${usual}#like=solar-home&kwh=5000` },
  { pattern: '/consumer/metering', shows: 'a day', path: (usual) => `${usual}&view=day` },
  { pattern: '/consumer/metering', shows: 'a week', path: (usual) => `${usual}&view=week` },
  { pattern: '/consumer/metering', shows: 'two years', path: (usual) => `${usual}&view=year&compare=year` },
  { pattern: '/consumer/notices', shows: 'the newest', path: () => '/consumer/notices' },
]

type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0]
const cookies = new Map<string, Cookies>()
/** Where each title was seen, of those that one member sees. */
const titles = new Map<string, string>()

async function signIn(page: Page, who: string): Promise<void> {
  if (!cookies.has(who)) {
    const session = await signedIn(who)
    cookies.set(who, (await session.storageState()).cookies)
    await session.dispose()
  }
  await page.context().addCookies(cookies.get(who) ?? [])
}

async function expectOpenToAll(page: Page, pattern: string, path = (usual: string) => usual): Promise<void> {
  test.setTimeout(MOST_MS)
  const place = (await places()).find((one) => one.kind === 'page' && one.pattern === pattern)
  if (!place) throw new Error(`${pattern} is nowhere`)
  if (place.who) await signIn(page, place.who)
  await prepare(page)
  const { title, landed, findings } = await visit(page, path(place.path))
  expect(findings).toEqual([])
  const key = `${place.who}: ${title}`
  expect(titles.get(key) ?? landed, `no other page is called “${title}”`).toBe(landed)
  titles.set(key, landed)
}

for (const { pattern } of routes().filter(({ kind }) => kind === 'page')) {
  test(`${pattern} is open to every eye, ear and hand`, ({ page }) => expectOpenToAll(page, pattern))
}
for (const { pattern, shows, path } of STATES) {
  test(`${pattern} with ${shows} is too`, ({ page }) => expectOpenToAll(page, pattern, path))
}
