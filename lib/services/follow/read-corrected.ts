import { readFromEvent, type ReadWords } from '@/lib/chain/coding/metering'
import type { ChainInteger } from '@/lib/chain/coding/numbers'
import { saveReadCorrected } from '@/lib/db/write/metering'
import type { Hex } from '@/lib/domain/units/hex'
import { keepTree } from '../keep-tree'
import { argsOf, placeOf, type Handler } from './happening'

interface Args {
  meterId: Hex
  measured: ReadWords<ChainInteger>
  intervalRoot: Hex
}

export const readCorrected: Handler = async (happening) => {
  const { meterId, measured: read, intervalRoot } = argsOf<Args>(happening)
  const measured = readFromEvent({ meterId, read, intervalRoot })
  await keepTree(happening.tx, { read: measured, since: null })
  await saveReadCorrected(happening.tx, measured, placeOf(happening).txHash)
}
