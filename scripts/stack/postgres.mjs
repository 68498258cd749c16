// The project's own PostgreSQL, bound to this machine only. After a kill -9 it recovers from its write-ahead log.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { lastLines, startChild } from './child.mjs'
import { postgresHome } from './postgres-home.mjs'
import { runsWith } from './process-identity.mjs'
import { installationSecret } from './settings.mjs'

const DATABASE = 'switchyard'
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Made beside its final place and then renamed: a cluster exists whole or not at all. */
function initialise({ native, folder, user }, password) {
  const cluster = join(folder, 'cluster')
  if (existsSync(join(cluster, 'PG_VERSION'))) return cluster
  const draft = join(folder, 'cluster.draft')
  const passwordFile = join(folder, 'password.draft')
  rmSync(draft, { recursive: true, force: true })
  writeFileSync(passwordFile, password + '\n', { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid)
  const args = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  // The builtin locale knows upper and lower case of every script and sorts alike on every machine.
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--pgdata=${draft}`)
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
  const result = spawnSync(join(native, 'bin/initdb'), args, { ...user, cwd: '/', env, encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) throw new Error(`PostgreSQL could not make its data folder ${folder}:\n${result.stderr}`)
  renameSync(draft, cluster)
  return cluster
}

/**
 * A postmaster that was killed leaves its pid file. PostgreSQL refuses to start when a process of that id runs, even
 * a stranger's: remove the file then. A postmaster that still runs (its supervisor was killed) is stopped first.
 */
async function clearPidFile(cluster) {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (runsWith(pid, cluster)) {
    process.kill(pid, 'SIGINT')
    for (let i = 0; i < 200 && runsWith(pid, cluster); i++) await pause(50)
    if (runsWith(pid, cluster))
      throw new Error(`An earlier PostgreSQL (process ${pid}) does not stop. Stop it, then start again.`)
  }
  rmSync(file, { force: true })
}

function clientFor(root, url) {
  const { Client } = createRequire(join(root, 'package.json'))('pg')
  return new Client({ connectionString: url })
}

/** Waits through crash recovery, then makes the database if it is missing. */
async function ensureDatabase(root, urlOf, child) {
  const deadline = Date.now() + 120_000
  for (;;) {
    const end = child.hasEnded()
    if (end) throw new Error(`PostgreSQL ${end}. It wrote:\n${lastLines(child.logFile)}`)
    const client = clientFor(root, urlOf('postgres'))
    try {
      await client.connect()
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
      return
    } catch (error) {
      // 57P03: starting up or recovering. Anything else that comes from the server is final.
      if (error.code && error.code !== 'ECONNREFUSED' && error.code !== '57P03') throw error
      if (Date.now() > deadline) throw new Error(`PostgreSQL did not get ready. It wrote:\n${lastLines(child.logFile)}`)
      await pause(50)
    } finally {
      await client.end().catch(() => undefined) // It may never have connected.
    }
  }
}

/** @param {{ root: string, dataDir: string, port: number, logDir: string,
 *   onStart: (record: import('./process-identity.mjs').ProcessRecord) => void }} options */
export async function startPostgres({ root, dataDir, port, logDir, onStart }) {
  const password = installationSecret(dataDir, 'database-password')
  const home = postgresHome({ root, dataDir })
  const cluster = initialise(home, password)
  await clearPidFile(cluster)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    timezone: 'UTC',
  }
  const args = [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const launch = () =>
    startChild({
      name: 'postgres',
      command: join(home.native, 'bin/postgres'),
      args,
      names: [cluster],
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
      cwd: '/',
      logDir,
      ...home.user,
      stopSignal: 'SIGINT', // PostgreSQL's fast shutdown: end the sessions, write a checkpoint.
      patienceMs: 30_000,
    })
  let child = launch()
  onStart(child.record)
  // Processes of a postmaster that was just killed may hold its shared memory for a moment longer.
  for (let attempt = 0; attempt < 40; attempt++) {
    await pause(attempt === 0 ? 150 : 250)
    if (!child.hasEnded() || !lastLines(child.logFile).includes('shared memory block')) break
    child = launch()
    onStart(child.record)
  }
  const urlOf = (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  try {
    await ensureDatabase(root, urlOf, child)
  } catch (error) {
    await child.stop()
    throw error
  }
  return { child, url: urlOf(DATABASE) }
}
