/** Whether the surplus market waits for the worker: one cheap question, because it is asked every other second. */
import { asWorker } from '../client'

/** Never no where there is something to do. Yes also where it rests because it was refused, or is under way. */
export interface SurplusWaits {
  /** A session has closed and has no result. */
  closed: boolean
  /** A lot or bid of a session that has ended is not claimed. */
  unclaimed: boolean
  /** Something is due to an agreement that has ended. */
  due: boolean
  /** Somebody holds exported energy and has a standing instruction. */
  instructed: boolean
}

/** @param now the chain's clock. */
export async function surplusWaits(now: number): Promise<SurplusWaits> {
  const [waits] = await asWorker(
    (tx) => tx.$queryRaw<[SurplusWaits]>`
      SELECT
        EXISTS (SELECT FROM surplus_session WHERE status = 'Open' AND close_at <= ${BigInt(now)}) AS closed,
        EXISTS (SELECT FROM surplus_order o JOIN surplus_session s ON s.id = o.session_id
          WHERE o.status = 'Placed' AND s.status <> 'Open') AS unclaimed,
        EXISTS (SELECT FROM due_movement m JOIN agreement a ON a.id = m.agreement_id
          WHERE a.ended_at IS NOT NULL GROUP BY m.agreement_id HAVING sum(m.effect_wh) > 0) AS due,
        EXISTS (SELECT FROM standing_instruction i
          JOIN credit_holding h ON h.account = i.account AND h.energy_wh > 0
          JOIN credit c ON c.id = h.credit_id AND c.kind = 'Exported'
          WHERE i.until >= ${BigInt(now)}) AS instructed`,
  )
  return waits
}
