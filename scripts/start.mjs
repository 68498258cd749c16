// npm start. Only Node's own modules may be imported here: nothing else is installed yet on a fresh clone.
import process from 'node:process'

const HELP = `npm start             install what is missing, start everything, print the address
npm start -- --fresh  erase the data in .data first
npm run dev           the same with hot reload

With DATABASE_URL or RPC_URL set (in the environment or in .env) those are used instead. See .env.example.`

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(`This is Node ${process.versions.node}. Switchyard needs Node 20.19 or newer: https://nodejs.org`)
}

/** A SIGTERM to npm ends npm and the shell under it, but is not passed on: notice that they are gone. */
function whenParentDies(then) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, 500)
  timer.unref()
}

function printSummary({ url, members, logDir }, seconds) {
  const width = Math.max(0, ...members.map(({ name }) => name.length))
  const roleWidth = Math.max(0, ...members.map(({ role }) => role.length))
  const lines = ['', `  Switchyard is ready after ${seconds.toFixed(1)} s:  ${url}`, '']
  if (members.length > 0) lines.push('  Demo members (sign in with the demo wallet, no extension needed):')
  for (const { name, role, address } of members) {
    lines.push(`    ${name.padEnd(width)}  ${role.padEnd(roleWidth)}  ${address}`)
  }
  if (members.length > 0) lines.push('')
  lines.push(`  Logs: ${logDir}`, '  Ctrl-C stops everything.', '')
  console.log(lines.join('\n'))
}

async function main() {
  const flags = process.argv.slice(2)
  const unknown = flags.filter((flag) => !['--fresh', '--dev', '--help'].includes(flag))
  if (unknown.length > 0) throw new Error(`Unknown option ${unknown.join(' ')}.\n\n${HELP}`)
  if (flags.includes('--help')) return console.log(HELP)
  checkNode()
  const { dirname } = await import('node:path')
  const { fileURLToPath } = await import('node:url')
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const { ensureInstalled } = await import('./stack/node-modules.mjs')
  ensureInstalled(root, (line) => console.log(`  ${line}`))

  const { beginStack } = await import('./stack/stack.mjs')
  let ending = false
  const end = async (code, message) => {
    if (ending) return
    ending = true
    if (message) stack.progress.line(`\n${message}`)
    stack.progress.line('  Stopping…')
    await stack.stop()
    stack.progress.line('  Stopped. All data are kept for the next start.')
    process.exit(code)
  }
  const stack = beginStack({
    root,
    dev: flags.includes('--dev'),
    fresh: flags.includes('--fresh'),
    onDeath: (message) =>
      end(1, `${message}\n\nSwitchyard cannot go on without it, so everything is stopped. npm start recovers.`),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
  if (process.env.npm_lifecycle_event) whenParentDies(() => end(0))
  const started = await stack.ready.catch((error) => {
    if (ending) return new Promise(() => {}) // `end` exits the process.
    throw error
  })
  printSummary(started, stack.progress.elapsedSeconds())
}

main().catch((error) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
