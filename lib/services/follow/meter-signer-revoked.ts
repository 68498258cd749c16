import { saveMeterRevoked } from '@/lib/db/write/metering'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

export const meterSignerRevoked: Handler = async (happening) => {
  const { meterId } = argsOf<{ meterId: Hex }>(happening)
  await saveMeterRevoked(happening.tx, { id: hexOf(meterId), at: placeOf(happening).at })
}
