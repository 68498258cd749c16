/** The database of the market that the journeys run on, seen whole: what a test has to know so that nobody else may. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { readRecord } from '../scripts/stack/record.mjs'
import { market } from './stack'

export interface Database {
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  /** The only row there must be. */
  row<Row>(sql: string, values?: unknown[]): Promise<Row>
}

export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    const rows = async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[]
    return await work({
      rows,
      row: async <Row>(sql: string, values?: unknown[]) => {
        const [only, ...others] = await rows<Row>(sql, values)
        if (!only || others.length > 0) throw new Error(`the seeded market has not just one of: ${sql}`)
        return only
      },
    })
  } finally {
    await client.end()
  }
}

export const dataDir = () => dirname(market().deploymentFile)

/** As scripts/stack/postgres.mjs starts it: its superuser is under no policy. */
function databaseUrl(): string {
  const password = readFileSync(join(dataDir(), 'database-password'), 'utf8').trim()
  return `postgresql://postgres:${password}@127.0.0.1:${readRecord(dataDir()).ports?.database}/switchyard`
}
