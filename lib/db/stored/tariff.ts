import { mapRegisters } from '@/lib/domain/metering/register-values'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { microPerKwh, signedMicroPerKwh } from '@/lib/domain/units/units'
import type { StoredJson } from '../client'
import type { Stored } from './json'

export function tariffFromJson(json: StoredJson): TariffTable {
  const stored = json as unknown as Stored<TariffTable>
  return {
    ...stored,
    agencyPrice: microPerKwh(BigInt(stored.agencyPrice)),
    cataloguePrice: microPerKwh(BigInt(stored.cataloguePrice)),
    index: signedMicroPerKwh(BigInt(stored.index)),
    components: stored.components.map(({ kind, prices }) => ({
      kind,
      prices: mapRegisters(prices, (price) => microPerKwh(BigInt(price))),
    })),
  }
}
