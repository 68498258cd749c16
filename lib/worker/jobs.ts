/** Jobs in PostgreSQL. A job says that there is work; the tables say what it is, so a job that runs twice does no harm. */
import { PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { JOB_SCHEMA, JOBS, prepareJobs, type JobName } from '@/lib/services/jobs'

/** Wakes whoever a job is for. */
export async function startJobs(wake: Record<JobName, () => void>): Promise<PgBoss> {
  await prepareJobs()
  const boss = new PgBoss({
    connectionString: env.databaseUrl,
    schema: JOB_SCHEMA,
    max: 4,
    useListenNotify: true,
    schedule: false,
  })
  boss.on('error', (error) => console.error(`jobs: ${error.message}`))
  await boss.start({ attempts: 5 })
  for (const name of Object.values(JOBS)) {
    await boss.work(name, { batchSize: 50, pollingIntervalSeconds: 1 }, async () => wake[name]())
  }
  return boss
}
