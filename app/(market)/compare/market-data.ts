/** What the market publishes, for a comparison: the same for everybody, and nothing about anybody. */
import type { ComparedOffer } from '@/lib/domain/offers/compare/compared'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Address } from '@/lib/domain/units/hex'
import { fromWire } from './wire'

/** An offer with the names that people know it by. */
export interface NamedOffer extends ComparedOffer {
  name: string
  retailer: Address
  retailerName: string | null
}

export interface MarketData {
  timeZone: string
  tables: TariffTable[]
  offers: NamedOffer[]
}

export const MARKET_DATA_PATH = '/compare/market.json'

/** From this market's own route only: it is not checked again. */
export function marketDataFrom(text: string): MarketData {
  return fromWire(text) as MarketData
}
