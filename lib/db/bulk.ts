/**
 * A connection of its own for a program that writes very many rows: COPY, temporary tables, one long transaction. Prisma has
 * none of these. It has the worker's role from its first statement on, and everything temporary goes with it.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { env } from '@/lib/env'
import { CopyRows, type Column } from './copy-rows'

export interface Bulk {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** @returns how many rows the statement changed. */
  execute(sql: string, values?: readonly unknown[]): Promise<number>
  /** COPY in the binary format. @param target A table with its columns, in the order of the rows' cells. */
  copy(target: string, rows: Iterable<readonly Column[]>): Promise<number>
}

export async function withBulk<T>(work: (bulk: Bulk) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: env.databaseUrl })
  // Without a listener a connection that breaks off while it waits for the next bytes would end the process. The next statement fails.
  client.on('error', (error) => console.error(`bulk: ${error.message}`))
  await client.connect()
  try {
    await client.query('SET ROLE switchyard_worker')
    return await work(bulkOn(client))
  } finally {
    await client.end()
  }
}

/** All of it or nothing. */
export async function inTransaction<T>(bulk: Bulk, work: () => Promise<T>): Promise<T> {
  await bulk.execute('BEGIN')
  try {
    const value = await work()
    await bulk.execute('COMMIT')
    return value
  } catch (error) {
    await bulk.execute('ROLLBACK')
    throw error
  }
}

function bulkOn(client: Client): Bulk {
  return {
    query: async (sql, values) => (await client.query(sql, values && [...values])).rows,
    execute: async (sql, values) => (await client.query(sql, values && [...values])).rowCount ?? 0,
    async copy(target, rows) {
      const stream = client.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT binary)`))
      await pipeline(Readable.from(CopyRows.chunks(rows)), stream)
      return stream.rowCount
    },
  }
}
