/** Tariff tables between the domain and the contracts. */
import { LINE_KINDS } from '@/lib/domain/billing/lines'
import { registerValues, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { ComponentKind, TariffTable } from '@/lib/domain/tariffs/table'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { microPerKwh, signedMicroPerKwh } from '@/lib/domain/units/units'
import { toBigint, toNumber, type ChainInteger } from './numbers'

export interface TariffStruct<Small = ChainInteger, Large = ChainInteger, Prices = readonly ChainInteger[]> {
  region: Small
  voltageClass: Small
  start: Small
  end: Small
  agencyPrice: Large
  cataloguePrice: Large
  index: Large
  indexSeries: Hex
  grid: Address
  government: Address
  subsidyPool: Address
  components: readonly { kind: Small; prices: Prices }[]
}

export function tableToStruct(table: TariffTable): TariffStruct<number, bigint, RegisterValues<number>> {
  return {
    ...table,
    components: table.components.map(({ kind, prices }) => ({
      kind: codeOf(LINE_KINDS, kind),
      prices: registerValues(prices.map(Number)),
    })),
  }
}

export function tableFromStruct(struct: TariffStruct): TariffTable {
  return {
    region: toNumber(struct.region),
    voltageClass: toNumber(struct.voltageClass),
    start: toNumber(struct.start),
    end: toNumber(struct.end),
    agencyPrice: microPerKwh(toBigint(struct.agencyPrice)),
    cataloguePrice: microPerKwh(toBigint(struct.cataloguePrice)),
    index: signedMicroPerKwh(toBigint(struct.index)),
    indexSeries: struct.indexSeries,
    grid: struct.grid.toLowerCase() as Address,
    government: struct.government.toLowerCase() as Address,
    subsidyPool: struct.subsidyPool.toLowerCase() as Address,
    components: struct.components.map(({ kind, prices }) => ({
      // TariffBook publishes no component of another kind.
      kind: nameOf(LINE_KINDS, toNumber(kind)) as ComponentKind,
      prices: registerValues(prices.map((price) => microPerKwh(toBigint(price)))),
    })),
  }
}
