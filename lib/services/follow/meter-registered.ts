import { meterFromStruct, readFromStruct, type MeterStruct, type ReadStruct } from '@/lib/chain/coding/metering'
import { saveMeter, saveRead } from '@/lib/db/write/metering'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** The opening values are the meter's first read. */
export const meterRegistered: Handler = async (happening) => {
  const {
    meterId,
    meter,
    opening: struct,
  } = argsOf<{ meterId: Hex; meter: MeterStruct; opening: ReadStruct }>(happening)
  const opening = readFromStruct(struct)
  await saveMeter(happening.tx, { id: hexOf(meterId), meter: meterFromStruct(meter), opening })
  await saveRead(happening.tx, opening, placeOf(happening).txHash)
}
