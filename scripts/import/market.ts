/** Settings of the market that runs here, as its own programs have them: from the environment and .env, or from .data. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '@/lib/domain/refused'
import { readRecord, runningStack } from '../stack/record.mjs'
import { readSettings } from '../stack/settings.mjs'

const ROOT = join(import.meta.dirname, '../..')
/** Settings that every program of the market has, and these have no use for. */
const UNUSED = {
  RPC_URL: 'http://127.0.0.1:1',
  NEXTAUTH_URL: 'http://localhost',
  NEXTAUTH_SECRET: 'not-used-by-these-programs',
}

/** Puts them where the market's own code looks for them. */
export function enterMarket(): void {
  const settings = readSettings(ROOT)
  const url = settings.databaseUrl ?? ownDatabase(settings.dataDir)
  const file = settings.env.DEPLOYMENT_FILE ?? join(settings.dataDir, 'deployment.json')
  const own = { DATABASE_URL: url, DEPLOYMENT_FILE: file, SWITCHYARD_MODE: 'demo' }
  Object.assign(process.env, { ...UNUSED, ...settings.env, ...own })
}

/** As scripts/stack/postgres.mjs starts it. */
function ownDatabase(dataDir: string): string {
  const port = runningStack(dataDir) ? readRecord(dataDir).ports?.database : undefined
  const password = join(dataDir, 'database-password')
  if (port === undefined || !existsSync(password)) {
    const todo = 'Start it with npm start, or set DATABASE_URL to the database of another.'
    throw new Refused('MarketNotRunning', { what: `no market runs in ${dataDir}`, todo })
  }
  return `postgresql://postgres:${readFileSync(password, 'utf8').trim()}@127.0.0.1:${port}/switchyard`
}
