/** A followed market's rows, whole: for tests that compare two states. */
import type { TestDatabase } from '@/lib/db/testing/database'
import { SampleChain } from './chain.sample'
import { opened, published, registered, sideA, sideB, signed } from './market.sample'

const PROJECTIONS = [
  'member',
  'market_period',
  'tariff_table',
  'formula',
  'offer',
  'activity_pause',
  'meter',
  'meter_read',
  'agreement',
  'bill',
  'bill_line',
  'escrow_account',
  'escrow_movement',
  'settlement_skip',
  'purchase',
  'purchase_delivery',
  'purchase_bill',
  'debt',
  'surplus_session',
  'surplus_line',
  'surplus_order',
  'credit',
  'credit_holding',
  'credit_movement',
  'storage_offer',
  'feed_in_price',
  'member_group',
  'due_movement',
  'instruction_step',
  'standing_instruction',
]

/** Every projection as text, so that two states compare whole. */
export async function projections(database: TestDatabase): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const table of PROJECTIONS) {
    rows[table] = await database.query(`SELECT t::text AS row FROM "${table}" t ORDER BY 1`)
  }
  return rows
}

/** Nothing followed, nothing asked for. */
export async function emptyRows(database: TestDatabase): Promise<void> {
  await database.query(
    `TRUNCATE chain_cursor, chain_block, chain_event, alarm, relay_request, ${PROJECTIONS.join(', ')}`,
  )
}

/** Four blocks, up to both agreements signed. */
export function marketChain(): SampleChain {
  const chain = new SampleChain()
  chain.mine(opened)
  chain.mine([published(sideA, 'Flat A'), published(sideB, 'Night\0 B'), registered(sideA), registered(sideB)])
  chain.mine([])
  chain.mine([...signed(sideA), ...signed(sideB)])
  return chain
}
