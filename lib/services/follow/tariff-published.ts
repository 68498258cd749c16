import { tableFromStruct, type TariffStruct } from '@/lib/chain/coding/tariff'
import { saveTariff } from '@/lib/db/write/tariffs'
import { argsOf, placeOf, type Handler } from './happening'

export const tariffPublished: Handler = async (happening) => {
  const { table } = argsOf<{ table: TariffStruct }>(happening)
  await saveTariff(happening.tx, tableFromStruct(table), placeOf(happening).txHash)
}
