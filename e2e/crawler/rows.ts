/** Every row of the market's tables, so that one that changed, went or came shows. */
import type { Database } from '../database'

/** The worker's own: it follows the chain, whoever asks what. */
const MOVING = ['chain_cursor', 'chain_block', 'siwe_nonce', 'alarm']

export type Rows = Map<string, Set<string>>

/** @param but An account that may change what is its own: rows that name it do not count. */
export async function allRows(database: Database, but: string | null = null): Promise<Rows> {
  const tables = await database.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
     AND relnamespace = 'public'::regnamespace AND NOT relname = ANY ($1) ORDER BY 1`,
    [MOVING],
  )
  const rows: Rows = new Map()
  for (const { name } of tables) {
    const found = await database.rows<{ hash: string }>(
      `SELECT md5(t::text) AS hash FROM "${name}" t WHERE $1::text IS NULL OR position($1 IN t::text) = 0`,
      [but],
    )
    rows.set(name, new Set(found.map(({ hash }) => hash)))
  }
  return rows
}

/** The tables in which rows are others than before, and how many came and went. */
export function changesIn(before: Rows, after: Rows): string[] {
  return [...after].flatMap(([table, rows]) => {
    const was = before.get(table) ?? new Set()
    const [came, went] = [[...rows].filter((row) => !was.has(row)), [...was].filter((row) => !rows.has(row))]
    return came.length + went.length === 0 ? [] : [`${table}: ${came.length} came, ${went.length} went`]
  })
}
