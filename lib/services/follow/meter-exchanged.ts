import { exchangeFromEvent, type MeterExchangedArgs } from '@/lib/chain/coding/exchange'
import { saveMeterExchange } from '@/lib/db/write/exchanges'
import { keepTree } from '../keep-tree'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/**
 * The carried read takes the place of the meter's last; what was recorded for that instant stays as it was recorded. The days since
 * then lie under the closing read's root, unless the last read closed the meter by itself: the registry then checks no root.
 */
export const meterExchanged: Handler = async (happening) => {
  const args = argsOf<MeterExchangedArgs>(happening)
  const { txHash, logIndex, blockNumber } = placeOf(happening)
  const exchange = exchangeFromEvent({ ...args, meterId: hexOf(args.meterId) })
  const { closing, last } = exchange
  if (closing.time > last.time) await keepTree(happening.tx, { read: closing, since: last.time })
  await saveMeterExchange(happening.tx, { meterId: hexOf(args.meterId), exchange, txHash, logIndex, blockNumber })
}
