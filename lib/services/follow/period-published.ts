import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { savePeriod } from '@/lib/db/write/tariffs'
import { argsOf, type Handler } from './happening'

export const periodPublished: Handler = async (happening) => {
  const { start, end } = argsOf<{ start: ChainInteger; end: ChainInteger }>(happening)
  await savePeriod(happening.tx, { start: toNumber(start), end: toNumber(end) })
}
