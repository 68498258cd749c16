// Applies prisma/migrations in order. Keeps Prisma's own table `_prisma_migrations` (checksum = SHA-256 of the file),
// so `prisma migrate deploy` and `status` stay usable where Prisma's engine can be downloaded; here it need not be.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

type Migration = { name: string; sql: string; checksum: string }
type Applied = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }

// Prisma's own lock number for migrations: two starts, or Prisma and we, never migrate at the same time.
const ADVISORY_LOCK = 72707369

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

export class MigrationError extends Error {}

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What was applied once never changes: other databases already have it as it was. */
function refuseChanged(migrations: Migration[], applied: Applied[]) {
  for (const row of applied.filter(({ rolled_back_at }) => rolled_back_at === null)) {
    const migration = migrations.find(({ name }) => name === row.migration_name)
    if (row.finished_at === null) {
      throw new MigrationError(
        `Migration ${row.migration_name} was begun by another tool and not finished. Repair it with \`prisma migrate resolve\`.`,
      )
    }
    if (!migration) {
      throw new MigrationError(
        `The database has migration ${row.migration_name}, which this version does not know. It belongs to a newer ` +
          'version: start that one, or `npm start -- --fresh` to begin with an empty database.',
      )
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        `prisma/migrations/${row.migration_name}/migration.sql was changed after it was applied. Put the file back as ` +
          'it was and write the change as a new migration, or `npm start -- --fresh` to begin with an empty database.',
      )
    }
  }
}

async function apply(client: Client, migration: Migration) {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const { message, position } = error as { message: string; position?: string }
    const line = position ? ` (line ${migration.sql.slice(0, Number(position)).split('\n').length})` : ''
    throw new MigrationError(
      `Migration ${migration.name} was refused by the database${line}: ${message}. It was undone whole.`,
    )
  }
}

/** @returns the names of the migrations that were applied now */
export async function migrate(databaseUrl: string, report: (line: string) => void, folder = 'prisma/migrations') {
  const migrations = readMigrations(folder)
  const client = new Client({ connectionString: databaseUrl })
  await client.connect().catch((error: Error & { code?: string }) => {
    const { host, pathname } = new URL(databaseUrl) // Without the password.
    const reason = error.message || error.code
    throw new MigrationError(
      `The database ${pathname.slice(1)} at ${host} cannot be used: ${reason}. Check DATABASE_URL, and that the server runs.`,
    )
  })
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    const version = await client.query('SHOW server_version_num')
    if (Number(version.rows[0].server_version_num) < 150000) {
      throw new MigrationError('This PostgreSQL is older than version 15. Set DATABASE_URL to PostgreSQL 15 or newer.')
    }
    await client.query("SET client_min_messages = 'warning'")
    await client.query(TABLE)
    const { rows } = await client.query<Applied>('SELECT * FROM _prisma_migrations ORDER BY started_at')
    refuseChanged(migrations, rows)
    const done = new Set(rows.filter((row) => row.rolled_back_at === null).map((row) => row.migration_name))
    const pending = migrations.filter(({ name }) => !done.has(name))
    for (const migration of pending) {
      report(migration.name)
      await apply(client, migration)
    }
    report(pending.length > 0 ? `${pending.length} applied` : 'up to date')
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
