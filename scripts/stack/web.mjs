// The processes people meet: the web app, and the worker beside it.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { lastLines, startChild } from './child.mjs'

const program = (root, path) => createRequire(join(root, 'package.json')).resolve(path)

/** @param {{ root: string, env: NodeJS.ProcessEnv, logDir: string, dev: boolean }} options */
export function startWorker({ root, env, logDir, dev }) {
  const main = join(root, 'lib/worker/main.ts')
  // `server-only` throws outside the react-server condition.
  const args = dev
    ? [program(root, 'tsx/cli'), 'watch', '--clear-screen=false', '--conditions=react-server', main]
    : ['--conditions=react-server', '--import', 'tsx', main]
  return startChild({
    name: 'worker',
    command: process.execPath,
    args,
    names: [main],
    env,
    cwd: root,
    logDir,
    show: dev,
    patienceMs: 15_000,
  })
}

/** @param {{ root: string, env: NodeJS.ProcessEnv, logDir: string, dev: boolean, host: string, port: number }} options */
export function startWeb({ root, env, logDir, dev, host, port }) {
  const args = dev
    ? [program(root, 'next/dist/bin/next'), 'dev', '-H', host, '-p', String(port)]
    : [join(root, 'scripts/stack/serve-next.mjs'), host, String(port)]
  return startChild({
    name: 'web',
    command: process.execPath,
    args,
    names: ['next'],
    // Next sets it for its own commands.
    env: dev ? env : { ...env, NODE_ENV: 'production' },
    cwd: root,
    logDir,
    show: dev,
  })
}

/** @param {string} reason */
const haltedMessage = (reason) =>
  `The market follows its chain no more (${reason}): the chain is not the one that this database has followed. ` +
  'Point RPC_URL at the right chain or restore its state, or start over with: npm start -- --fresh'

/**
 * Waits until every part says it is well.
 * @param {{ host: string, port: number, web: ReturnType<typeof startWeb>, patienceMs: number, signal: AbortSignal, report: (text: string) => void }} options
 */
export async function waitForHealth({ host, port, web, patienceMs, signal, report }) {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/health`
  const deadline = Date.now() + patienceMs
  let answer = 'no answer yet'
  let halted
  while (Date.now() < deadline) {
    signal.throwIfAborted()
    const end = web.hasEnded()
    if (end) throw new Error(`The web app ${end}. It wrote:\n${lastLines(web.logFile)}`)
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(30_000) })
      const text = await response.text()
      const health = JSON.parse(text)
      if (response.ok && health.ok === true) return report('')
      answer = `${response.status} ${text.slice(0, 300)}`
      halted = health.follower?.halted
    } catch (error) {
      answer = error.cause?.message ?? error.message // Not listening yet, or not JSON: asked again.
    }
    // It will not get better by waiting.
    if (halted) throw new Error(haltedMessage(halted))
    report(answer.slice(0, 80))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(
    `The web app runs, but its health check (${address}) did not become good within ${patienceMs / 1000} s. ` +
      `Its last answer: ${answer}\nThe web app wrote:\n${lastLines(web.logFile)}`,
  )
}
