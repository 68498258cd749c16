import { saveMeterHolder } from '@/lib/db/write/metering'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { addressOf, argsOf, hexOf, placeOf, type Handler } from './happening'

export const meterHolderChanged: Handler = async (happening) => {
  const { meterId, holder } = argsOf<{ meterId: Hex; holder: Address }>(happening)
  await saveMeterHolder(happening.tx, { id: hexOf(meterId), holder: addressOf(holder), since: placeOf(happening).at })
}
