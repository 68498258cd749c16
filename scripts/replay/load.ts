/** Reads the files a replay is made of. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Published } from '@/lib/domain/billing/replay'
import type { Plan } from '@/lib/domain/offers/plan'
import { Refused } from '@/lib/domain/refused'
import { EVER } from '@/lib/formats/interval-file'
import { parseContracted, parseTariffs } from '@/lib/formats/market-files'
import { parsePlan } from '@/lib/formats/plan-file'
import { readPriceSeries } from '@/lib/formats/price-series-file'
import { readUsage, type UsageFile } from '@/lib/formats/usage-file'
import { chosenMonths, requireCovered } from './chosen'
import type { ReplayOptions } from './options'

const MOST_DOCUMENT_BYTES = 10_000_000

export interface Loaded {
  plan: Plan
  usage: UsageFile
  published: Published
}

export async function load(options: ReplayOptions): Promise<Loaded> {
  const folder = dirname(options.offer)
  const plan = await parsePlan(await document(options.offer), options.offer, (named, timeZone) => {
    const format = { timeZone, columns: named.columns, dateOrder: named.dates, decimalComma: named.decimalComma }
    return readPriceSeries(chunksOf(resolve(folder, named.file)), {
      ...format,
      file: basename(named.file),
      interval: null,
      within: EVER,
    })
  })
  if (plan.market && options.tariff === null) throw needed('--tariff', 'published prices')
  if (plan.market && options.contracted === null) throw needed('--contracted', 'contracted energy')
  const tariffs = options.tariff === null ? [] : parseTariffs(await document(options.tariff), options.tariff)
  const contracted =
    options.contracted === null
      ? () => undefined
      : parseContracted(await document(options.contracted), options.contracted)
  const { dateOrder, decimalComma, interval, columns } = options
  const within = chosenMonths(options, plan.timeZone)
  const usage = await readUsage(chunksOf(options.usage), {
    file: options.usage,
    timeZone: options.timeZone ?? plan.timeZone,
    dateOrder,
    decimalComma,
    interval,
    columns,
    within,
  })
  requireCovered(usage.run, within, options.usage)
  return { plan, usage, published: { tariffs, contracted } }
}

function needed(option: string, thing: string): Refused {
  return new Refused('FileNeeded', {
    what: `the offer has market rules, which need ${thing}`,
    todo: `Add ${option} FILE.`,
  })
}

async function document(file: string): Promise<string> {
  await requireFile(file)
  if ((await stat(file)).size > MOST_DOCUMENT_BYTES) {
    throw new Refused('DocumentTooLarge', { what: 'it is larger than 10 MB', todo: 'Is it the right file?', file })
  }
  return readFile(file, 'utf8')
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (found?.isFile()) return
  throw new Refused('FileMissing', { what: 'there is no such file', todo: 'Check the path.', file })
}

async function* chunksOf(file: string): AsyncGenerator<string> {
  await requireFile(file)
  for await (const chunk of createReadStream(file, 'utf8')) yield chunk as string
}
