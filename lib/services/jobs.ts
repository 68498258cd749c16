/** Work for the worker, created in the same transaction as the change that needs it. */
import { Client } from 'pg'
import { fromPrisma, PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import type { Tx } from '@/lib/db/client'

export const JOB_SCHEMA = 'pgboss'

/** Each job only says that there is work; what it is stands in the tables. */
export const JOBS = { relay: 'relay', settle: 'settle', revise: 'revise', import: 'import' } as const
export type JobName = (typeof JOBS)[keyof typeof JOBS]

// Hot reload evaluates this file again and again: the sender must survive it.
const kept = globalThis as { switchyardJobs?: Promise<PgBoss> }

/** Sends jobs and runs none: the worker keeps the schema. */
async function sender(): Promise<PgBoss> {
  kept.switchyardJobs ??= startSender().catch((error: unknown) => {
    delete kept.switchyardJobs
    throw error
  })
  return kept.switchyardJobs
}

async function startSender(): Promise<PgBoss> {
  const roles = { supervise: false, schedule: false, migrate: false, createSchema: false }
  const boss = new PgBoss({ connectionString: env.databaseUrl, schema: JOB_SCHEMA, max: 1, ...roles })
  // Without a listener an unreachable database would end the process.
  boss.on('error', (error) => console.error(`jobs: ${error.message}`))
  return boss.start()
}

/** Roles that may create jobs inside their own transactions, and nothing else. */
const SENDERS = 'switchyard_app, switchyard_worker'

/** Installs or updates the schema of the jobs. Needed once before a job can be sent; the worker does it at every start. */
export async function prepareJobs(): Promise<void> {
  const installer = { supervise: false, schedule: false, max: 1 }
  const boss = new PgBoss({ connectionString: env.databaseUrl, schema: JOB_SCHEMA, ...installer })
  boss.on('error', (error) => console.error(`jobs: ${error.message}`))
  await boss.start({ attempts: 5 })
  try {
    for (const name of Object.values(JOBS)) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, { notify: true, deleteAfterSeconds: 3_600 })
    }
    await allowSending()
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function allowSending(): Promise<void> {
  const client = new Client({ connectionString: env.databaseUrl })
  await client.connect()
  try {
    await client.query(`GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO ${SENDERS}`)
    await client.query(`GRANT SELECT ON ${JOB_SCHEMA}.queue TO ${SENDERS}`)
    await client.query(`GRANT SELECT, INSERT ON ${JOB_SCHEMA}.job, ${JOB_SCHEMA}.job_common TO ${SENDERS}`)
  } finally {
    await client.end()
  }
}

/** Becomes visible to the worker when the transaction commits, and never if it does not. */
export async function sendJob(tx: Tx, name: JobName): Promise<void> {
  const boss = await sender()
  await boss.send(name, {}, { db: fromPrisma(tx) })
}

/** For programs that end. */
export async function stopSender(): Promise<void> {
  const boss = await kept.switchyardJobs?.catch(() => null)
  delete kept.switchyardJobs
  await boss?.stop({ graceful: false })
}
