/** The market's clock: that of the chain, which decides what is over. UTC seconds. */
import { headOf } from '@/lib/chain/logs'

export async function marketTime(): Promise<number> {
  return (await headOf()).timestamp
}
