/** What the page asks its worker, and what comes back. Each question has a number; answers may come in any order. */
import type { ComparedPoint, UseYear } from '@/lib/domain/offers/compare/compared'
import type {
  Comparison,
  MonthCost,
  OfferCost,
  RangeBasis,
  Suggestion,
  UnpricedOffer,
} from '@/lib/domain/offers/compare/offer-cost'
import type { FormulaName } from '@/lib/domain/offers/formulas/registry'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import type { Hex } from '@/lib/domain/units/hex'
import type { MappingMeaning } from '@/lib/services/look-at-file'
import type { ReadAnswer, UseSource } from '../use-source'

/** What a list shows of an offer; its months come when they are asked for. */
export interface ComparedRow {
  id: Hex
  name: string
  retailer: string
  retailerName: string | null
  formula: FormulaName
  customerClass: CustomerClass
  termPeriods: number
  /** Null: it could not be priced. */
  cost: OfferCost | null
  unpriced: UnpricedOffer['reason'] | null
}

export interface ComparedAnswer {
  kind: 'compared'
  rows: ComparedRow[]
  year: UseYear
  range: RangeBasis
  borrowed: Comparison['borrowed']
  /** Regions and voltage classes that have offers for the customer class. */
  places: { region: number; voltageClass: number }[]
}

export interface DetailsAnswer {
  kind: 'details'
  months: readonly MonthCost[]
  /** Null: nothing can be said for so little data. */
  suggestion: Suggestion | null
}

export interface Questions {
  read: { ask: { source: UseSource }; answer: ReadAnswer }
  /** Another meter of the file that was read. */
  meter: { ask: { index: number }; answer: ReadAnswer }
  compare: { ask: { point: ComparedPoint }; answer: ComparedAnswer }
  details: { ask: { id: Hex }; answer: DetailsAnswer }
  /** What the first rows would mean; see look-at-file.ts. */
  meaning: { ask: { file: File; mapping: unknown }; answer: MappingMeaning }
}
export type Question = keyof Questions
export type Asked = { [Name in Question]: { name: Name } & Questions[Name]['ask'] }[Question]

export type ToWorker = { id: number; asked: Asked } | { id: number; cancel: true }

export interface Progress {
  read: number
  /** Null: nobody knows how long it will be. */
  size: number | null
}

export type FromWorker =
  | { id: number; kind: 'progress'; progress: Progress }
  | { id: number; kind: 'answer'; answer: Questions[Question]['answer'] }
  /** `offline`: what the market publishes could not be had. */
  | { id: number; kind: 'failed'; why: 'cancelled' | 'offline' | 'broken' }
