/** The settlement run: whatever can be billed at the chain's present time is handed to the relayer. */
import { headOf } from '@/lib/chain/logs'
import type { Env } from '@/lib/env'
import { closingReads, openSupplies } from '@/lib/services/meter-simulator'
import { settlePeriod } from '@/lib/services/settle-period'

export async function settleDue(mode: Env['mode']): Promise<number> {
  const { timestamp } = await headOf()
  if (mode === 'production') return settlePeriod(timestamp)
  await openSupplies(timestamp)
  return settlePeriod(timestamp, closingReads)
}
