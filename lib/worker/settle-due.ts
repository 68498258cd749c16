/** The settlement run: whatever can be billed at the chain's present time is handed to the relayer. */
import { headOf } from '@/lib/chain/logs'
import type { Env } from '@/lib/env'
import { correctReads } from '@/lib/services/correct-reads'
import { closingReads, openSupplies } from '@/lib/services/meter-simulator'
import { reviseBills } from '@/lib/services/revise-bills'
import { settlePeriod } from '@/lib/services/settle-period'
import { settlePurchases } from '@/lib/services/settle-purchases'

export async function settleDue(mode: Env['mode']): Promise<number> {
  const { timestamp } = await headOf()
  if (mode === 'demo') await openSupplies(timestamp)
  const billed = await settlePeriod(timestamp, mode === 'demo' ? closingReads : undefined)
  return billed + (await settlePurchases(timestamp))
}

/** True reads that came later, and then the bills that they change: a bill can only be made again after its read was taken. */
export async function reviseDue(): Promise<number> {
  const corrected = await correctReads()
  return corrected + (await reviseBills(Math.floor(Date.now() / 1000)))
}
