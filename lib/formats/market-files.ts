/** The tariff file and the contracted energy file of a market offer. */
import type { ComponentKind } from '@/lib/domain/tariffs/table'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { ContractedEnergy, PlanTariff } from '@/lib/domain/offers/plan'
import { signedMicroPerKwh, wh } from '@/lib/domain/units/units'
import { invalid, parseDocument } from './json-file'
import { contractedSchema, KILO_SCALE, MONEY_SCALE, tariffSchema, type TariffFile } from './plan-schema'
import { counted, plainPrice } from './quantities'

type ComponentFile = TariffFile['tables'][number]['components'][number]

/** A component's price has 32 bits on chain. */
const MOST_COMPONENT = (1n << 32n) - 1n

export function parseTariffs(text: string, file: string): PlanTariff[] {
  return parseDocument(tariffSchema, text, file).tables.map((table) => {
    if (table.from > table.to) throw invalid(file, `a table is from ${table.from} to ${table.to}, which is before it`)
    return {
      from: table.from,
      to: table.to,
      agencyPrice: plainPrice(table.agencyPrice),
      cataloguePrice: plainPrice(table.cataloguePrice),
      index: signedMicroPerKwh(counted(table.index, MONEY_SCALE)),
      components: table.components.map((component) => componentOf(component, file)),
    }
  })
}

function componentOf({ kind, price, prices }: ComponentFile, file: string) {
  if ((price === undefined) === (prices === undefined))
    throw invalid(file, `component ${kind} needs either price or prices`)
  const values = REGISTERS.map((register) => plainPrice(price ?? prices?.[register] ?? '0'))
  if (values.some((value) => value > MOST_COMPONENT))
    throw invalid(file, `component ${kind}: a price is above 4294.967295`)
  return { kind: kind as ComponentKind, prices: registerValues(values) }
}

export function parseContracted(text: string, file: string): ContractedEnergy {
  const { everyMonth, months } = parseDocument(contractedSchema, text, file)
  return (month) => {
    const energy = months[month] ?? everyMonth
    return energy === undefined ? undefined : wh(counted(energy, KILO_SCALE))
  }
}
