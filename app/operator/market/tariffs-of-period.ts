import { getTariff } from '@/lib/db/read/tariffs'
import type { TariffTable } from '@/lib/domain/tariffs/table'

export interface AreaTariff {
  region: number
  voltageClass: number
  /** Null where nothing is published for the period yet: its months cannot be settled. */
  table: TariffTable | null
}

/** For each area that ever had a table, the one of a period. */
export async function tariffsOf(
  period: { start: number } | null,
  latest: readonly TariffTable[],
): Promise<AreaTariff[]> {
  if (!period) return []
  return Promise.all(
    latest.map(async ({ region, voltageClass }) => {
      const table = await getTariff({ region, voltageClass, at: period.start })
      return { region, voltageClass, table }
    }),
  )
}
