/** The market calendar and the published tables. */
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Tx } from '../client'
import { toJson } from '../stored/json'

export async function savePeriod(tx: Tx, period: { start: number; end: number }): Promise<void> {
  const data = [{ start: BigInt(period.start), end: BigInt(period.end) }]
  await tx.marketPeriod.createMany({ data, skipDuplicates: true })
}

/** A table is published once and for ever. */
export async function saveTariff(tx: Tx, table: TariffTable, txHash: string): Promise<void> {
  const { region, voltageClass, start, end } = table
  const key = { region: BigInt(region), voltageClass, start: BigInt(start) }
  const row = { ...key, end: BigInt(end), table: toJson(table), txHash }
  await tx.tariffTable.createMany({ data: [row], skipDuplicates: true })
}
