import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveStorageClosed } from '@/lib/db/write/credits'
import { argsOf, type Handler } from './happening'

/** What is stored stays. */
export const storageClosed: Handler = async (happening) => {
  const { storageId } = argsOf<{ storageId: ChainInteger }>(happening)
  await saveStorageClosed(happening.tx, toNumber(storageId))
}
