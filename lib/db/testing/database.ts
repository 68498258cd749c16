/** A database of its own for the specs of one file, on the PostgreSQL that the integration tests run with. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, vi } from 'vitest'
import { disconnect } from '@/lib/db/client'

const LOGIN = { name: 'switchyard_spec', password: 'for-tests-only' }
const ROLES = ['switchyard_app', 'switchyard_worker']
const MIGRATIONS = 'prisma/migrations'

export interface TestDatabase {
  /** As an operator may connect: owns the database and may make roles, but is no superuser. */
  url(): string
  /** As a superuser, who sees every row. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
}

/** Call it once at the top of a file: the database is there before its tests and gone after them. */
export function withDatabase(): TestDatabase {
  const name = `spec_${crypto.randomUUID().slice(0, 8)}`
  let server: Client | undefined
  let superuser: Client | undefined
  let url = ''
  beforeAll(async () => {
    const given = serverUrl()
    server = await connected(given)
    await makeLogin(server)
    await server.query(`CREATE DATABASE ${name} OWNER ${LOGIN.name}`)
    superuser = await connected(at(given, { pathname: `/${name}` }))
    url = at(given, { pathname: `/${name}`, username: LOGIN.name, password: LOGIN.password })
    await migrate(url)
    vi.stubEnv('DATABASE_URL', url)
  })
  afterAll(async () => {
    await disconnect()
    vi.unstubAllEnvs()
    await superuser?.end()
    await server?.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server?.end()
  })
  return {
    url: () => url,
    async query(sql, values) {
      if (!superuser) throw new Error('the database is there only while tests run')
      return (await superuser.query(sql, values)).rows
    },
  }
}

function serverUrl(): string {
  const { env } = import.meta as unknown as { env?: Record<string, unknown> }
  const url = env?.DATABASE_URL
  if (typeof url === 'string') return url
  throw new Error('There is no PostgreSQL: run these tests with `npx vitest run --project integration`.')
}

function at(url: string, parts: Partial<Pick<URL, 'pathname' | 'username' | 'password'>>): string {
  return Object.assign(new URL(url), parts).toString()
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

/** Roles belong to the server: those of another database's migrations are there already. */
async function makeLogin(server: Client): Promise<void> {
  const exists = async (role: string) =>
    (await server.query('SELECT FROM pg_roles WHERE rolname = $1', [role])).rowCount === 1
  if (await exists(LOGIN.name)) return
  await server.query(`CREATE ROLE ${LOGIN.name} LOGIN CREATEROLE PASSWORD '${LOGIN.password}'`)
  for (const role of ROLES) {
    if (await exists(role)) await server.query(`GRANT ${role} TO ${LOGIN.name} WITH INHERIT FALSE, SET TRUE`)
  }
}

async function migrate(url: string): Promise<void> {
  const client = await connected(url)
  await client.query("SET client_min_messages = 'warning'")
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    await client.query(readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8'))
  }
  await client.end()
}
