/** Settles every purchase whose month is over and whose meters' closing reads are there: one, or two in a direct purchase. */
import { deployment } from '@/lib/chain/deployment'
import { settlePurchaseCall, type MeterAdvance } from '@/lib/chain/intents/purchase'
import { purchasesDue, type DuePurchase } from '@/lib/db/read/purchases'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { metersFacts } from '@/lib/db/read/settlement-inputs'
import { getTariff } from '@/lib/db/read/tariffs'
import { closeRecordedReads, waitingReads } from '@/lib/db/write/signed-reads'
import { isDirect } from '@/lib/domain/purchases/terms'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { tryRun } from './queue-run'

/** @param now the chain's clock. @returns how many months were handed to the relayer. */
export async function settlePurchases(now: number): Promise<number> {
  await closeRecordedReads()
  const underWay = await runsUnderWay('purchase')
  let settled = 0
  for (const one of await purchasesDue(now)) {
    if (underWay.has(one.id)) continue
    const advances = await advancesOf(one)
    const { region, voltageClass } = one.terms
    const table = advances && (await getTariff({ region, voltageClass, at: one.start }))
    if (advances && table && (await settleOne(one, table, advances))) settled++
  }
  return settled
}

/** Of the delivery meter, then of the use meter; null while a read is missing. */
async function advancesOf({ terms, start, end }: DuePurchase): Promise<MeterAdvance[] | null> {
  const ids = isDirect(terms) ? [terms.deliveryMeterId, terms.useMeterId] : [terms.deliveryMeterId]
  const [meters, waiting] = await Promise.all([metersFacts(ids), waitingReads(ids)])
  const advances = ids.flatMap((id: Hex) => {
    const meter = meters.find((one) => one.id === id)
    // The best of them comes last.
    const closing = waiting.filter(({ read }) => read.meterId === id && read.time === end).at(-1)
    if (!meter || !closing || meter.lastRead.time !== start) return []
    return [{ meter, opening: meter.lastRead, closing: closing.read, signature: closing.signature }]
  })
  return advances.length === ids.length ? advances : null
}

async function settleOne(one: DuePurchase, table: TariffTable, advances: readonly MeterAdvance[]): Promise<boolean> {
  const { id, terms, start } = one
  const call = settlePurchaseCall(deployment().contracts, { table, terms, advances })
  const parties = [terms.generator, terms.buyer, terms.grid]
  const at = Math.floor(Date.now() / 1000)
  return tryRun('purchase', [call], { kind: 'purchase', subject: id, start, parties, at })
}
