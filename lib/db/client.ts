/** The only Prisma client. Every query runs in a transaction that first takes a role, so row-level security always applies. */
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { Prisma, PrismaClient } from './generated/client'

/** Who is looking. Null where a function takes one: nobody has signed in. */
export interface Viewer {
  address: string
}

/** An open transaction in some role: what every function of read/ and write/ works in. */
export type Tx = Prisma.TransactionClient
export type Decimal = Prisma.Decimal
export type Json = Prisma.InputJsonValue
export type StoredJson = Prisma.JsonValue
export const JSON_NULL = Prisma.DbNull

type Role = 'switchyard_app' | 'switchyard_worker'

const CONNECTIONS = 10
/** Milliseconds until a transaction is given up. Pages are short; the follower and the seed write many rows at once. */
const TIMEOUT: Record<Role, number> = { switchyard_app: 10_000, switchyard_worker: 120_000 }
/** Milliseconds to wait for a connection. */
const MAX_WAIT = 10_000

// Hot reload evaluates this file again and again: the pool must survive it.
const kept = globalThis as { switchyardDatabase?: { url: string; client: PrismaClient } }

function database(): PrismaClient {
  const url = env.databaseUrl
  if (kept.switchyardDatabase?.url !== url) {
    const adapter = new PrismaPg({ connectionString: url, max: CONNECTIONS })
    kept.switchyardDatabase = { url, client: new PrismaClient({ adapter }) }
  }
  return kept.switchyardDatabase.client
}

/** Runs a query with what one member, or the public, may see. */
export function asViewer<T>(viewer: Viewer | null, query: (tx: Tx) => Promise<T>): Promise<T> {
  return inRole('switchyard_app', viewer?.address.toLowerCase() ?? '', query)
}

/** Runs a query that sees and may write everything: follower, relayer, settlement runs, seed. Never a page. */
export function asWorker<T>(query: (tx: Tx) => Promise<T>, timeout = TIMEOUT.switchyard_worker): Promise<T> {
  return inRole('switchyard_worker', '', query, timeout)
}

function inRole<T>(role: Role, viewer: string, query: (tx: Tx) => Promise<T>, timeout = TIMEOUT[role]): Promise<T> {
  const work = async (tx: Tx) => {
    // Local to the transaction (true): the connection goes back to the pool as it came.
    await tx.$executeRaw`SELECT set_config('role', ${role}, true), set_config('app.viewer', ${viewer}, true)`
    return query(tx)
  }
  return database().$transaction(work, { maxWait: MAX_WAIT, timeout })
}

/** Closes the pool; for programs that end. */
export async function disconnect(): Promise<void> {
  await kept.switchyardDatabase?.client.$disconnect()
  delete kept.switchyardDatabase
}
