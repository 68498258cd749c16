// Run as a program, one task per process: `node --conditions=react-server --import tsx scripts/stack/task.ts NAME`.
// The supervisor uses only Node's own modules and stays small; what needs the app's code runs here and ends.
export {} // A module: the tasks are loaded only when asked for.

const [task, ...flags] = process.argv.slice(2)
const report = (line: string) => console.log(line)

/** A setting that is present by now; the supervisor passes it. */
function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set.`)
  return value
}

const tasks: Record<string, () => Promise<unknown>> = {
  async 'check-env'() {
    const { checkEnv } = await import('../check-env')
    checkEnv()
  },
  async migrate() {
    const { migrate } = await import('../migrate')
    await migrate(given('DATABASE_URL'), report)
  },
  async restore() {
    const { restoreChain } = await import('./restore-chain')
    const realTime = flags.includes('--real-time')
    await restoreChain({ databaseUrl: given('DATABASE_URL'), rpcUrl: given('RPC_URL'), realTime }, report)
  },
  async deploy() {
    const { deploy } = await import('../deploy')
    const { loadEnv } = await import('@/lib/env')
    const settings = loadEnv()
    await deploy({ rpcUrl: settings.rpcUrl, out: settings.deploymentFile, settings, report })
  },
  async seed() {
    const { seed } = await import('@/prisma/seed')
    const { endSeedClock, rpcAt } = await import('./chain-clock')
    await seed(report)
    // Once more, even if the seed did: it may have been finished by an earlier run that was killed just then.
    if (flags.includes('--real-time')) await endSeedClock(rpcAt(given('RPC_URL')))
  },
}

try {
  const run = tasks[task ?? '']
  if (!run) throw new Error(`There is no task "${task}". There are: ${Object.keys(tasks).join(', ')}.`)
  await run()
  process.exit(0) // Pools that the task opened must not keep it alive.
} catch (error) {
  // A refusal that was foreseen says all there is to say; the place in the code helps only with a surprise.
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const foreseen = ['EnvError', 'MigrationError', 'RestoreError', 'DeployError', 'SeedError'].includes(
    error?.constructor?.name ?? name,
  )
  console.error(foreseen || !stack ? message : stack)
  process.exit(1)
}
