import { exchangeFromEvent, type MeterExchangedArgs } from '@/lib/chain/coding/exchange'
import { saveMeterExchange } from '@/lib/db/write/exchanges'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** The carried read takes the place of the meter's last; what was recorded for that instant stays as it was recorded. */
export const meterExchanged: Handler = async (happening) => {
  const args = argsOf<MeterExchangedArgs>(happening)
  const { txHash, logIndex, blockNumber } = placeOf(happening)
  const exchange = exchangeFromEvent({ ...args, meterId: hexOf(args.meterId) })
  await saveMeterExchange(happening.tx, { meterId: hexOf(args.meterId), exchange, txHash, logIndex, blockNumber })
}
