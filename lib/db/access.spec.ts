/** Every table has somebody who thought about who may see it. */
import { describe, expect, it } from 'vitest'
import { asWorker } from './client'
import { withDatabase } from './testing/database'
import { ensurePartitions } from './write/interval-days'

const database = withDatabase()

/** Every table is one of these. A new one must be put here by somebody who has thought about it. */
const classes = {
  public: [
    'member',
    'market_period',
    'tariff_table',
    'formula',
    'offer',
    'activity_pause',
    'public_profile',
    'surplus_session',
    'surplus_line',
    'credit',
    'storage_offer',
    'feed_in_price',
  ],
  tenant: [
    'meter',
    'meter_read',
    'meter_exchange',
    'agreement',
    'bill',
    'bill_line',
    'escrow_account',
    'escrow_movement',
    'settlement_skip',
    'debt',
    'bill_revision',
    'refused_run',
    'purchase',
    'purchase_delivery',
    'purchase_bill',
    'surplus_order',
    'credit_holding',
    'credit_movement',
    'member_group',
    'due_movement',
    'standing_instruction',
    'instruction_step',
    'profile',
    'meter_label',
    'meter_device',
    'interval_day',
    'interval_day_version',
    'interval_tree',
    'erasure',
    'interval_change',
    'meter_import',
    'meter_import_line',
    'meter_import_total',
    'register_reading',
    'csv_mapping',
    'notice',
    'mail_address',
    'mail',
    'relay_request',
  ],
  worker: ['chain_cursor', 'chain_block', 'chain_event', 'alarm', 'seed_state', 'siwe_nonce', 'meter_upload'],
}
/** Columns that name an account a row belongs to. */
const OWNER_COLUMNS = [
  'account',
  'address',
  'buyer',
  'consumer',
  'creditor',
  'debtor',
  'generator',
  'holder',
  'operator',
  'owner',
  'payee_address',
  'requester',
  'retailer',
  'grid',
]
const PUBLIC_ABOUT_COMPANIES = ['member', 'formula', 'offer', 'public_profile', 'storage_offer']

describe('the classification of tables', () => {
  it('covers every table, once', async () => {
    const rows = await database.query(`SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
      AND relnamespace = 'public'::regnamespace AND NOT relispartition`)
    expect(rows.map(({ relname }) => relname).sort()).toEqual(Object.values(classes).flat().sort())
  })

  it('forces row-level security, with a policy for viewers, on every tenant table', async () => {
    const rows = await database.query(
      `SELECT relname, relrowsecurity AND relforcerowsecurity AS forced,
         EXISTS (SELECT FROM pg_policies p WHERE p.tablename = relname AND p.policyname = 'viewer' AND p.cmd = 'SELECT'
           AND p.roles = '{switchyard_app}' AND p.qual ~ 'viewer\\(\\)|EXISTS') AS policy
       FROM pg_class WHERE relname = ANY ($1) AND relkind IN ('r', 'p')`,
      [classes.tenant],
    )
    expect(rows).toHaveLength(classes.tenant.length)
    expect(rows.filter(({ forced, policy }) => !forced || !policy)).toEqual([])
  })

  it('lets nobody go round the policies of a table by asking one of its parts', async () => {
    await asWorker((tx) => ensurePartitions(tx, { from: '2024-02-29', to: '2024-04-01' }))
    const parts = ['02', '03', '04'].map((month) => `interval_day_2024_${month}`)
    // Of whoever does not own the table. COPY needs INSERT, and refuses a table with row-level security.
    const rights = await database.query(
      `SELECT relname, grantee::regrole::text, privilege_type AS right FROM pg_class, aclexplode(relacl)
       WHERE relispartition AND relkind = 'r' AND grantee <> relowner ORDER BY relname`,
    )
    expect(rights).toEqual(parts.map((relname) => ({ relname, grantee: 'switchyard_worker', right: 'INSERT' })))
    const columns = await database.query(
      "SELECT attname FROM pg_attribute WHERE attrelid::regclass::text LIKE 'interval_day%' AND attacl IS NOT NULL",
    )
    expect(columns).toEqual([])
  })

  it('keeps what was erased away from whoever writes into a part', async () => {
    await asWorker((tx) => ensurePartitions(tx, { from: '2024-02-29', to: '2024-02-29' }))
    await asWorker(async (tx) => {
      await tx.$executeRaw`INSERT INTO erasure VALUES (gen_random_uuid(), 'm', '2024-02-02', '2024-02-04', 2, 'holder', false, 0)`
      await tx.$executeRaw`
        INSERT INTO interval_day_2024_02 (meter_id, day, data, export_data, quality, salt, import_wh, export_wh)
        SELECT meter, day, '\\x', '\\x', 'Measured', '\\x', 0, 0
        FROM unnest(ARRAY['m', 'n']) AS meter, generate_series(date '2024-02-01', date '2024-02-04', '1 day') AS day`
    })
    const days = await database.query(
      "SELECT meter_id || ' ' || array_agg(extract(day FROM day)::int ORDER BY day)::text AS left FROM interval_day GROUP BY meter_id ORDER BY 1",
    )
    expect(days).toEqual([{ left: 'm {1,4}' }, { left: 'n {1,2,3,4}' }])
  })

  it('calls no table with an owner public, but for what is about companies', async () => {
    const rows = await database.query(
      `SELECT DISTINCT table_name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = ANY ($1) AND NOT table_name = ANY ($2)`,
      [OWNER_COLUMNS, PUBLIC_ABOUT_COMPANIES],
    )
    expect(rows.map(({ table_name }) => table_name).filter((table) => !classes.tenant.includes(String(table)))).toEqual(
      [],
    )
  })

  it('gives the web app no right to the worker’s tables, and none to write but to ask the relayer', async () => {
    const rows = await database.query(
      `SELECT relname, privilege FROM pg_class, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS privilege
       WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
         AND has_table_privilege('switchyard_app', pg_class.oid, privilege)`,
    )
    const granted = rows.map(({ relname, privilege }) => `${privilege} ${relname}`).sort()
    const reads = [...classes.public, ...classes.tenant].map((table) => `SELECT ${table}`)
    expect(granted).toEqual(['INSERT relay_request', ...reads].sort())
  })

  it('fixes the search path of every function that runs as somebody else', async () => {
    const rows = await database.query(
      `SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
         AND NOT coalesce(array_to_string(proconfig, ',') LIKE 'search_path=%', false)`,
    )
    expect(rows).toEqual([])
  })
})
