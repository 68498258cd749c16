/**
 * What a page costs a person with a phone on a slow network, beside an empty page of the same framework in the same run:
 * the JavaScript it ships, the time to its largest paint, and the marks of Lighthouse. WEB_RUNS visits of each page (5);
 * WEB_ROUTES names some of the pages; E2E_MARKET uses a market that runs.
 */
import { readFileSync } from 'node:fs'
import { chromium, type Browser } from '@playwright/test'
import setup, { demoMembers, market } from '../e2e/stack'
import { ensureChromium } from '../scripts/stack/chromium.mjs'
import type { BenchReport, BenchResult } from './result'
import { startEmptyApp } from './web/empty-app'
import { lighthouseMarks, type Marks } from './web/lighthouse'
import { sessionCookie } from './web/session'
import { visit, type Visit } from './web/visit'

const RUNS = Number(process.env['WEB_RUNS'] ?? 5)
/** The mark for performance varies with what else the machine does: the middle one of these counts. */
const LIGHTHOUSE_RUNS = Math.min(5, RUNS)
const WANTED_MARK = 95
const DEBUGGING_PORT = 9_300 + (process.pid % 600)

interface Route {
  name: string
  url: string
  /** Signed in. */
  cookie?: string
}

export async function run(): Promise<BenchReport> {
  const stopMarket = await setup()
  const empty = await startEmptyApp()
  const executablePath = ensureChromium((line) => console.error(line))
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--remote-debugging-port=${DEBUGGING_PORT}`],
  })
  try {
    const results: BenchResult[] = []
    for (const route of await routes()) results.push(...(await measure(browser, route, empty.url)))
    return { bench: 'web', results }
  } finally {
    await browser.close()
    empty.stop()
    await stopMarket?.()
  }
}

/** The market's offer and the member's bill are the first ones their own pages link to. */
async function routes(): Promise<Route[]> {
  const { url, deploymentFile } = market()
  const household = demoMembers().find(({ role }) => role === 'household')
  if (!household) throw new Error('the seeded market has no household')
  const { chainId } = JSON.parse(readFileSync(deploymentFile, 'utf8')) as { chainId: number }
  const cookie = await sessionCookie(new URL(url).origin, chainId, household.name)
  const offer = await linkOn(`${url}/`, /href="(\/offers\/0x[0-9a-f]+)"/)
  const bill = await linkOn(`${url}/consumer/bills`, /href="(\/consumer\/bills\/0x[^"/]+)"/, cookie)
  const all: Route[] = [
    { name: 'market', url: `${url}/` },
    { name: 'offer', url: url + offer },
    { name: 'compare', url: `${url}/compare` },
    { name: 'bill', url: url + bill, cookie },
    { name: 'home', url: `${url}/consumer`, cookie },
  ]
  const wanted = process.env['WEB_ROUTES']?.split(',')
  return wanted ? all.filter(({ name }) => wanted.includes(name)) : all
}

async function linkOn(url: string, pattern: RegExp, cookie?: string): Promise<string> {
  const answer = await fetch(url, cookie ? { headers: { cookie } } : {})
  const path = pattern.exec(await answer.text())?.[1]
  if (!path) throw new Error(`${url} (${answer.status}) has no link like ${String(pattern)}`)
  return path
}

/** Both pages in turns, so that what slows the machine slows both. The first visit of each only warms the servers. */
async function measure(browser: Browser, route: Route, emptyUrl: string): Promise<BenchResult[]> {
  const own: Visit[] = []
  const bare: Visit[] = []
  for (let turn = 0; turn <= RUNS; turn++) {
    bare.push(await visit(browser, emptyUrl, { cookie: undefined }))
    own.push(await visit(browser, route.url, { cookie: route.cookie }))
  }
  const kilobytes = (visits: Visit[]) => median(visits.slice(1).map(({ scriptBytes }) => scriptBytes)) / 1000
  const paint = (visits: Visit[]) => median(visits.slice(1).map(({ lcp }) => lcp))
  if (process.env['WEB_SCRIPTS']) console.error(route.name, own.at(-1), bare.at(-1))
  return [
    figure(`${route.name}-js`, kilobytes(own), 'kB', kilobytes(bare)),
    figure(`${route.name}-lcp`, paint(own), 'ms', paint(bare)),
    await marked(route),
  ]
}

function figure(name: string, value: number, unit: string, empty: number): BenchResult {
  const round = (one: number) => Math.round(one * 10) / 10
  return { name, value: round(value), unit, against: `an empty page: ${round(empty)} ${unit}`, ratio: value / empty }
}

async function marked({ name, url, cookie }: Route): Promise<BenchResult> {
  const runs: Marks[] = []
  for (let turn = 0; turn < LIGHTHOUSE_RUNS; turn++) runs.push(await lighthouseMarks(url, DEBUGGING_PORT, cookie))
  runs.sort((a, b) => a.marks.performance - b.marks.performance)
  const { marks, lost } = runs[Math.floor(runs.length / 2)] as Marks
  for (const line of lost) console.error(`${name}: ${line}`)
  const value = Math.min(...Object.values(marks))
  const each = Object.entries(marks).map(([category, mark]) => `${category} ${mark}`)
  return {
    name: `${name}-lighthouse`,
    value,
    unit: 'of 100',
    against: `${WANTED_MARK} (${each.join(', ')})`,
    ratio: value / WANTED_MARK,
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2
  )
}
