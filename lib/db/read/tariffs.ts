/** The market calendar and the regulated prices: public. */
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { asViewer, type Tx } from '../client'
import { tariffFromJson } from '../stored/tariff'

export interface PeriodRow {
  start: number
  end: number
}

/** Published settlement periods, in order. */
export async function listPeriods(): Promise<PeriodRow[]> {
  const rows = await asViewer(null, (tx) => tx.marketPeriod.findMany({ orderBy: { start: 'asc' } }))
  return rows.map(({ start, end }) => ({ start: Number(start), end: Number(end) }))
}

export interface TariffKey {
  region: number
  voltageClass: number
  /** Any instant of the period. */
  at: number
}

export async function getTariff(key: TariffKey): Promise<TariffTable | null> {
  return asViewer(null, (tx) => tariffIn(tx, key))
}

/** The newest published table of a region and voltage class: what estimates are made with. */
export async function latestTariff(where: Omit<TariffKey, 'at'>): Promise<TariffTable | null> {
  const { voltageClass } = where
  const row = await asViewer(null, (tx) =>
    tx.tariffTable.findFirst({
      where: { region: BigInt(where.region), voltageClass },
      orderBy: { start: 'desc' },
    }),
  )
  return row && tariffFromJson(row.table)
}

/** For each region and voltage class its newest table. */
export async function latestTariffs(): Promise<TariffTable[]> {
  const rows = await asViewer(null, (tx) =>
    tx.tariffTable.findMany({
      distinct: ['region', 'voltageClass'],
      orderBy: [{ region: 'asc' }, { voltageClass: 'asc' }, { start: 'desc' }],
    }),
  )
  return rows.map(({ table }) => tariffFromJson(table))
}

/** Every table of the periods that end after an instant, in order of time: what past use can be priced with. */
export async function tariffsSince(at: number): Promise<TariffTable[]> {
  const rows = await asViewer(null, (tx) =>
    tx.tariffTable.findMany({
      where: { end: { gt: BigInt(at) } },
      orderBy: [{ start: 'asc' }, { region: 'asc' }, { voltageClass: 'asc' }],
    }),
  )
  return rows.map(({ table }) => tariffFromJson(table))
}

/** The table of the settlement period that holds an instant: part periods have the table of the whole. */
export async function tariffIn(tx: Tx, { region, voltageClass, at }: TariffKey): Promise<TariffTable | null> {
  const row = await tx.tariffTable.findFirst({
    where: { region: BigInt(region), voltageClass, start: { lte: BigInt(at) }, end: { gt: BigInt(at) } },
  })
  return row && tariffFromJson(row.table)
}
