/** A PostgreSQL of its own for the benchmark: as `npm start` runs it, in a new folder that is gone afterwards. */
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { disconnect } from '@/lib/db/client'
import { migrate } from '../../scripts/migrate'
import { choosePort } from '../../scripts/stack/ports.mjs'
import { startPostgres } from '../../scripts/stack/postgres.mjs'
import { eraseData } from '../../scripts/stack/record.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The settings that the store's own functions read; nothing of them points to a market that runs. */
const SETTINGS = {
  SWITCHYARD_MODE: 'demo',
  MARKET_TIME_ZONE: 'Asia/Shanghai',
  RPC_URL: 'http://127.0.0.1:1',
  NEXTAUTH_URL: 'http://localhost',
  NEXTAUTH_SECRET: 'used-by-nobody-in-a-benchmark-000',
}

export async function withScratchDatabase<T>(work: () => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'switchyard-bench-'))
  chmodSync(dataDir, 0o755) // Where root measures, PostgreSQL runs as another user.
  const logDir = join(dataDir, 'logs')
  mkdirSync(logDir)
  const port = await choosePort({ name: 'PostgreSQL', candidates: [], taken: new Set() })
  const { child, url } = await startPostgres({ root: ROOT, dataDir, port, logDir, onStart: () => {} })
  try {
    Object.assign(process.env, SETTINGS, { DATABASE_URL: url })
    await migrate(url, () => {}, join(ROOT, 'prisma/migrations'))
    return await work()
  } finally {
    await disconnect()
    await child.stop()
    await eraseData(dataDir)
  }
}

/** As the owner of the tables: for tables to compare with, and for emptying. */
export async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
