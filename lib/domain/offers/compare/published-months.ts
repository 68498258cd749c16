/** The tariff table that prices each month of a year: its own, or the best there is where that is not published. */
import type { TariffTable } from '../../tariffs/table'
import type { Offer } from '../offer'
import type { ComparedMarket, MonthUse } from './compared'
import type { BorrowedTable } from './offer-cost'

const HALF_MONTH_MS = 15 * 86_400_000

export interface PublishedMonths {
  /** One for each month of the year. */
  tables: readonly TariffTable[]
  borrowed: readonly BorrowedTable[]
}

export type PublishedFor = (offer: Pick<Offer, 'region' | 'voltageClass'>) => PublishedMonths | null

/** Looked up once for each region and voltage class. */
export function publishedFor({ tables }: Pick<ComparedMarket, 'tables'>, months: readonly MonthUse[]): PublishedFor {
  const known = new Map<string, PublishedMonths | null>()
  return ({ region, voltageClass }) => {
    const key = `${region}/${voltageClass}`
    let found = known.get(key)
    if (found === undefined) {
      const own = tables.filter((table) => table.region === region && table.voltageClass === voltageClass)
      known.set(key, (found = own.length === 0 ? null : publishedMonths(own, months)))
    }
    return found
  }
}

function publishedMonths(own: readonly TariffTable[], months: readonly MonthUse[]): PublishedMonths {
  const tables: TariffTable[] = []
  const borrowed: BorrowedTable[] = []
  for (const month of months) {
    const table = bestTable(own, month)
    tables.push(table)
    if (table.start !== month.start) borrowed.push({ month: month.id, from: monthIdOf(table) })
  }
  return { tables, borrowed }
}

/** The month's own table; else the one of the same month in the nearest year; else the nearest. Later ones first: they hold longer. */
function bestTable(own: readonly TariffTable[], { start, id }: MonthUse): TariffTable {
  const sameMonth = own.filter((table) => monthIdOf(table).slice(5) === id.slice(5))
  const [first, ...others] = sameMonth.length > 0 ? sameMonth : own
  if (!first) throw new RangeError('no tariff table to choose from')
  const far = (table: TariffTable) => Math.abs(table.start - start)
  return others.reduce(
    (best, table) => (far(table) < far(best) || (far(table) === far(best) && table.start > best.start) ? table : best),
    first,
  )
}

/** YYYY-MM: the middle of a month lies in it in every time zone. */
function monthIdOf({ start }: TariffTable): string {
  return new Date(start * 1_000 + HALF_MONTH_MS).toISOString().slice(0, 7)
}
