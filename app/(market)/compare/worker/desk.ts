/** Answers the page's questions: keeps the use that was read and what the market publishes, and never sends anything. */
import { compareOffers, monthCostsOf } from '@/lib/domain/offers/compare/compare'
import type { ComparedMarket, CompareInput, UseHistory } from '@/lib/domain/offers/compare/compared'
import { suggestContracted } from '@/lib/domain/offers/compare/suggest'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { meaningOf } from '@/lib/services/look-at-file'
import { marketDataFrom, MARKET_DATA_PATH, type MarketData } from '../market-data'
import type { ReadAnswer } from '../use-source'
import { UseReader, type Outside } from './use-reader'
import type { Asked, ComparedAnswer, DetailsAnswer, Progress, Question, Questions } from './protocol'

const DEMAND_S = 3_600
const FIRST_BYTES = 65_536

export interface Turn {
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}

type Answer = Questions[Question]['answer']

export class Desk {
  private market: Promise<MarketData> | undefined
  private reader: UseReader | undefined
  private last: { input: CompareInput; priced: ReadonlySet<string> } | undefined

  constructor(private readonly outside: Outside) {}

  async answer(asked: Asked, turn: Turn): Promise<Answer> {
    switch (asked.name) {
      case 'read':
        return this.read((reader) => reader.read(asked.source, turn))
      case 'meter':
        return this.read((reader) => Promise.resolve(reader.choose(asked.index)))
      case 'compare':
        return this.compare(asked.point)
      case 'details':
        return this.details(asked.id)
      case 'meaning': {
        const first = new Uint8Array(await asked.file.slice(0, FIRST_BYTES).arrayBuffer())
        return meaningOf(first, asked.mapping, asked.file.name)
      }
    }
  }

  private async read(ask: (reader: UseReader) => Promise<ReadAnswer>): Promise<ReadAnswer> {
    const { timeZone } = await this.published()
    this.reader ??= new UseReader(this.outside, { ...counting(timeZone) })
    this.last = undefined
    return ask(this.reader)
  }

  private async compare(point: CompareInput['point']): Promise<ComparedAnswer> {
    const { offers, tables, timeZone } = await this.published()
    const use = this.use()
    const market: ComparedMarket = { ...counting(timeZone), tables }
    const input = { use, market, point, now: this.outside.now() }
    const comparison = compareOffers(offers, input)
    const costs = new Map(comparison.costs.map((cost) => [cost.id, cost]))
    this.last = { input, priced: new Set(costs.keys()) }
    const unpriced = new Map(comparison.unpriced.map(({ id, reason }) => [id, reason]))
    const rows = offers.map(({ id, name, retailer, retailerName, pricing, offer }) => {
      return {
        ...{ id, name, retailer, retailerName, formula: pricing.formula },
        ...{ customerClass: offer.customerClass, termPeriods: offer.termPeriods },
        cost: costs.get(id) ?? null,
        unpriced: unpriced.get(id) ?? null,
      }
    })
    const { year, range, borrowed } = comparison
    const own = offers.filter(({ offer }) => offer.customerClass === point.customerClass)
    const places = [
      ...new Map(
        own.map(({ offer: { region, voltageClass } }) => [`${region} ${voltageClass}`, { region, voltageClass }]),
      ).values(),
    ]
    return { kind: 'compared', rows, year, range, borrowed, places }
  }

  private async details(id: string): Promise<DetailsAnswer> {
    const { offers } = await this.published()
    const offer = offers.find((one) => one.id === id)
    if (!offer || !this.last?.priced.has(id)) throw new Error(`${id} was not compared`)
    const suggested = suggestContracted(offer, this.last.input)
    return {
      kind: 'details',
      months: monthCostsOf(offer, this.last.input),
      suggestion: suggested.ok ? suggested.value : null,
    }
  }

  private use(): UseHistory {
    const use = this.reader?.use
    if (!use) throw new Error('nothing was read yet')
    return use
  }

  /** Asked for once; a failure is not kept, so that it can be tried again. */
  private published(): Promise<MarketData> {
    this.market ??= this.outside
      .text(MARKET_DATA_PATH)
      .then(marketDataFrom)
      .catch((error: unknown) => {
        this.market = undefined
        throw error
      })
    return this.market
  }
}

function counting(timeZone: string) {
  return { timeZone, calendar: marketRegisterCalendar, index: null, demandSeconds: DEMAND_S }
}
