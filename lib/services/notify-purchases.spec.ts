/** What a large consumer is told when a purchase could not be paid in full. */
import { expect, it } from 'vitest'
import { noticesOf } from '@/lib/db/read/notices'
import { withDatabase } from '@/lib/db/testing/database'
import { notify } from './notify'

const database = withDatabase()
const AT = Date.UTC(2026, 1, 21) / 1_000
const BUYER = `0x${'bb'.repeat(20)}`

const told = async (address: string) => (await noticesOf({ address }, { after: null, limit: 100 })).notices

it('tells the buyer once for all who are owed, and not of what is paid', async () => {
  await database.query(
    `INSERT INTO purchase (id, generator, buyer, grid, delivery_meter_id, use_meter_id, start, term_periods, terms, settled_until,
       tx_hash, signed_at) VALUES ('0xb1', '0xb2', $1, '0xb3', '0xb4', '0xb5', $2, 12, '{}', $2, '0xb6', $2)`,
    [BUYER, AT - 86_400],
  )
  const owe = (log: number, [creditor, amount, paid]: readonly [string, number, number]) =>
    database.query(
      `INSERT INTO debt (tx_hash, log_index, debtor, creditor, cause, amount, paid, block_number, at)
       VALUES ($1, $2, $3, $4, '0xb1', $5, $6, 9, $7)`,
      [log < 3 ? '0xb7' : '0xb8', log, BUYER, creditor, amount, paid, AT],
    )
  await owe(1, ['0xb2', 5_000_000, 0])
  await owe(2, ['0xb3', 250_000, 250_000])
  // Paid before anybody was told.
  await owe(3, ['0xb2', 1_000_000, 1_000_000])
  expect(await notify(AT + 60)).toBe(1)
  expect(await notify(AT + 120)).toBe(0)
  const facts = { purchaseId: '0xb1', seller: '0xb2', missing: 5_250_000n }
  expect(await told(BUYER)).toMatchObject([{ kind: 'PurchaseOwed', at: AT, facts }])
  expect(await told('0xb2')).toEqual([])
})
