// Starts the parts in order — database, chain, contracts, seed, worker, web — and stops them in the opposite order.
// `npm start`, the integration tests and the browser journeys all start their stack here.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAnvil, startAnvil } from './anvil.mjs'
import { ensurePrismaClient, ensureWebBuild } from './build.mjs'
import { saveChain } from './chain-state.mjs'
import { runTask } from './child.mjs'
import { createCrew } from './crew.mjs'
import { planStack } from './plan.mjs'
import { startPostgres } from './postgres.mjs'
import { recordOf } from './process-identity.mjs'
import { createProgress } from './progress.mjs'
import { claim, eraseData, runningStack, stopLeftovers } from './record.mjs'
import { call } from './rpc.mjs'
import { readSettings } from './settings.mjs'
import { startWeb, startWorker, waitForHealth } from './web.mjs'

/**
 * @typedef {{ name: string, role: string, address: string }} DemoMember
 * @typedef {object} StackOptions
 * @property {string} root the project's folder
 * @property {string} [dataDir] where data are kept; default .data, or SWITCHYARD_DATA_DIR
 * @property {boolean} [dev] with hot reload
 * @property {boolean} [fresh] erase the data first
 * @property {boolean} [quiet] print nothing
 * @property {boolean} [seed] seed the market (default true). Without it the chain stays 13 months back in time, with a
 *   block for each transaction, until a test moves its clock (chain-clock.ts)
 * @property {boolean} [web] build and start the worker and the web app (default true)
 * @property {NodeJS.ProcessEnv} [environment] instead of process.env
 * @property {boolean} [ignoreDotEnv] tests do not depend on a developer's .env
 * @property {(message: string) => void} [onDeath] a part died after everything was started; the others still run
 */

/** The seed leaves them beside the addresses of the contracts. @param {string} deploymentFile @returns {DemoMember[]} */
function readDemoMembers(deploymentFile) {
  const file = join(dirname(deploymentFile), 'demo-members.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

async function reach(rpcUrl, report) {
  const chainId = await call(rpcUrl, 'eth_chainId').catch((error) => {
    const reason = error.cause?.message ?? error.message
    throw new Error(`The chain at RPC_URL does not answer: ${reason}. Check RPC_URL, and that the node runs.`)
  })
  report(`id ${Number(chainId)}, at RPC_URL`)
}

/** Contracts and market. A chain that is not ours, and not anvil, cannot be given a past year. */
async function prepareMarket({ run, settings, step, seed, chain, line }) {
  const { dataDir } = settings
  const seeded = join(dataDir, 'chain/real-time')
  if (chain) {
    const realTime = existsSync(seeded)
    await step('Chain brought up to date', (report) => run('restore', report, ...(realTime ? ['--real-time'] : [])))
    // A chain that was never saved has no contracts, whatever an interrupted start wrote down.
    if (chain.isNew) rmSync(join(dataDir, 'deployment.json'), { force: true })
  }
  // Also when there is nothing to deploy: in production a demo market is refused here.
  await step('Contracts', (report) => run('deploy', report))
  if (settings.mode !== 'demo') return
  if (chain) await saveChain(dataDir, chain.rpcUrl)
  if (!seed || (chain && existsSync(seeded) && !settings.databaseUrl)) return
  if (!chain && !(await isAnvil(settings.rpcUrl))) return
  await step('Demo market', async (report) => {
    // Every line stays on the screen: a year goes by, and its reconciliation ends it.
    await run('seed', (text) => line(`      · ${text}`), ...(chain ? ['--real-time'] : []))
    report('')
  })
  if (!chain) return
  await saveChain(dataDir, chain.rpcUrl)
  writeFileSync(seeded, '')
}

/**
 * @param {StackOptions} options
 * @param {{ settings: ReturnType<typeof readSettings>, crew: ReturnType<typeof createCrew>,
 *   progress: ReturnType<typeof createProgress>, signal: AbortSignal, fail: (error: Error) => void }} context
 */
async function startParts(options, { settings, crew, progress, signal, fail }) {
  const { root, dev = false, seed = true, web = true } = options
  const { dataDir, host } = settings
  const logDir = join(dataDir, 'logs')
  const step = async (name, run) => {
    signal.throwIfAborted()
    return progress.step(name, run)
  }
  const left = await stopLeftovers(dataDir)
  if (left.length > 0) progress.line(`  Stopped what an interrupted run left behind: ${left.join(', ')}.`)
  const { ports, url, env } = await planStack(settings, { web })
  crew.describe({ supervisor: recordOf(process.pid, ['node']), url: web ? url : undefined, ports })
  const onStart = (record) => crew.note(record)
  const run = (task, report, ...flags) => runTask({ root, task: [task, ...flags], env, report, signal, onStart })

  if (settings.databaseUrl) env.DATABASE_URL = settings.databaseUrl
  // The address is known only once the server runs; the check needs just its form.
  await step('Settings', (report) =>
    runTask({
      root,
      task: ['check-env'],
      env: { DATABASE_URL: 'postgresql://127.0.0.1/switchyard', ...env },
      report,
      signal,
      onStart,
    }),
  )
  await step('Database client', async (report) => report(await ensurePrismaClient({ root, env, signal })))
  const build =
    web && !dev
      ? step('Web app built', async (report) =>
          report(await ensureWebBuild({ root, dataDir, env, report, signal, onStart })),
        )
      : null
  build?.catch(fail) // Runs beside the next steps; its failure ends them at once.

  if (ports.database) {
    const database = await step('PostgreSQL', () =>
      startPostgres({ root, dataDir, port: ports.database, logDir, onStart }),
    )
    crew.add(database.child)
    env.DATABASE_URL = database.url
  }
  await step('Database tables', (report) => run('migrate', report))
  let chain = null
  if (ports.rpc) {
    const onProblem = (text) => progress.line(`  ! ${text}`)
    chain = await step('Chain', () => startAnvil({ root, dataDir, port: ports.rpc, logDir, onProblem, onStart }))
    crew.add(chain.child)
  } else {
    await step('Chain', (report) => reach(settings.rpcUrl, report))
  }
  await prepareMarket({ run, settings, step, seed, chain, line: progress.line })
  await build
  if (web) {
    await step('Worker and web app', async (report) => {
      crew.add(startWorker({ root, env, logDir, dev }))
      const child = startWeb({ root, env, logDir, dev, host, port: ports.web })
      crew.add(child)
      await waitForHealth({ host, port: ports.web, web: child, patienceMs: 120_000, signal, report })
    })
  }
  return {
    url,
    env,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    rpcUrl: env.RPC_URL,
    logDir,
    members: settings.mode === 'demo' ? readDemoMembers(env.DEPLOYMENT_FILE) : [],
  }
}

/**
 * Begins to start a stack. `stop` may be called at any time, also while it is still starting.
 * @param {StackOptions} options
 */
export function beginStack(options) {
  const { root, dataDir, environment, ignoreDotEnv, quiet = false, fresh = false, onDeath } = options
  const progress = createProgress({ quiet })
  const abort = new AbortController()
  const fail = (error) => abort.abort(error)
  let crew
  let release = () => {}
  let complete = false
  const began = (async () => {
    const settings = readSettings(root, { dataDir, environment, ignoreDotEnv })
    if (fresh && !runningStack(settings.dataDir)) await eraseData(settings.dataDir)
    release = claim(settings.dataDir)
    mkdirSync(settings.dataDir, { recursive: true })
    crew = createCrew(settings.dataDir, progress.line, (message) => {
      if (complete) onDeath?.(message)
      else fail(new Error(message))
    })
    const started = await startParts(options, { settings, crew, progress, signal: abort.signal, fail })
    abort.signal.throwIfAborted()
    complete = true
    return started
  })()
  let stopped
  const stop = () =>
    (stopped ??= (async () => {
      abort.abort(new Error('The start was interrupted.'))
      await began.catch(() => {})
      await crew?.stop()
      release()
      progress.end()
    })())
  const ready = began.catch(async (error) => {
    const reason = abort.signal.aborted ? abort.signal.reason : error
    await stop()
    throw reason
  })
  ready.catch(() => {}) // Whoever awaits `ready` sees the failure.
  return { ready, stop, progress }
}

/** @param {StackOptions} options */
export async function startStack(options) {
  const { ready, stop } = beginStack(options)
  return { ...(await ready), stop }
}
