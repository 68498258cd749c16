import { saveMeterSigner } from '@/lib/db/write/metering'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, type Handler } from './happening'

export const meterSignerRotated: Handler = async (happening) => {
  const { meterId, signer } = argsOf<{ meterId: Hex; signer: Hex }>(happening)
  await saveMeterSigner(happening.tx, { id: hexOf(meterId), signer: hexOf(signer) })
}
