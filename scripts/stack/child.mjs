// Child processes: each leads its own process group, so that Ctrl-C in the terminal reaches only the supervisor,
// which then stops them in order. Their output goes straight to a file, so they survive the supervisor's death.
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSameProcess, recordOf } from './process-identity.mjs'

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** The last lines a child wrote, for the message that says why it died. */
export function lastLines(logFile, count = 15) {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/**
 * @param {{ name: string, command: string, args: string[], names: string[], env: NodeJS.ProcessEnv, cwd: string,
 *   logDir: string, show?: boolean, uid?: number, gid?: number, stopSignal?: NodeJS.Signals, patienceMs?: number }} options
 */
export function startChild(options) {
  const { name, command, args, names, env, cwd, logDir, show = false, uid, gid } = options
  const { stopSignal = 'SIGTERM', patienceMs = 10_000 } = options
  mkdirSync(logDir, { recursive: true })
  const logFile = join(logDir, `${name}.log`)
  const log = openSync(logFile, 'w')
  const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', log, log]
  const child = spawn(command, args, { cwd, env, stdio, detached: true, uid, gid })
  closeSync(log)

  let stopping = false
  let onDeath = () => {}
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`))
  })
  let dead = ''
  ended.then((how) => {
    dead = how
    if (!stopping) onDeath(how)
  })
  return {
    name,
    logFile,
    record: recordOf(child.pid ?? 0, names),
    ended,
    hasEnded: () => dead,
    /** @param {(how: string) => void} handler called only for an end nobody asked for */
    whenDead(handler) {
      onDeath = handler
      if (dead && !stopping) handler(dead)
    },
    async stop() {
      stopping = true
      if (!child.pid) return
      if (!dead) {
        // Only the leader is asked: PostgreSQL's own children must be stopped by PostgreSQL.
        child.kill(stopSignal)
        const late = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), patienceMs)
        await ended
        clearTimeout(late)
      }
      signalGroup(child.pid, 'SIGKILL') // What a leader that was killed left in its group.
    },
  }
}

/** Stops a process that a dead supervisor left behind, if it still is that process. */
export async function stopLeftover({ record, stopSignal = 'SIGTERM', patienceMs = 10_000 }) {
  if (!isSameProcess(record)) return false
  process.kill(record.pid, stopSignal)
  const deadline = Date.now() + patienceMs
  while (isSameProcess(record) && Date.now() < deadline) await pause(50)
  signalGroup(record.pid, 'SIGKILL')
  while (isSameProcess(record)) await pause(20)
  return true
}

/**
 * Runs one of the project's TypeScript tasks to its end. Each line it prints is handed to `report`.
 * @param {{ root: string, task: string[], env: NodeJS.ProcessEnv, report: (line: string) => void, signal?: AbortSignal,
 *   onStart?: (record: import('./process-identity.mjs').ProcessRecord) => void }} options
 */
export function runTask({ root, task, ...rest }) {
  const script = join(root, 'scripts/stack/task.ts')
  const args = ['--conditions=react-server', '--import', 'tsx', script, ...task]
  return runToEnd({ command: process.execPath, args, cwd: root, name: task[0], ...rest })
}

/**
 * @param {{ command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv, report: (line: string) => void,
 *   name: string, signal?: AbortSignal, onStart?: (record: import('./process-identity.mjs').ProcessRecord) => void,
 *   keepOutput?: boolean }} options `keepOutput`: a failure is explained by stdout as well as stderr
 */
export function runToEnd({ command, args, cwd, env, report, name, signal, onStart, keepOutput = false }) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Error(`${name} was not started: the stack is being stopped.`))
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    if (child.pid) onStart?.(recordOf(child.pid, [args.at(0) ?? command, name]))
    const abort = () => child.kill('SIGTERM')
    signal?.addEventListener('abort', abort)
    const lines = (stream, take) => {
      let rest = ''
      stream.setEncoding('utf8').on('data', (chunk) => {
        const parts = (rest + chunk).split('\n')
        rest = parts.pop() ?? ''
        for (const part of parts) if (part.trim()) take(part.trimEnd())
      })
      stream.on('end', () => rest.trim() && take(rest.trimEnd()))
    }
    const kept = []
    const keep = (line) => {
      kept.push(line)
      if (kept.length > 60) kept.shift()
    }
    lines(child.stdout, (line) => {
      if (keepOutput) keep(line)
      report(line.trim())
    })
    lines(child.stderr, keep)
    child.once('error', reject)
    child.once('close', (code) => {
      signal?.removeEventListener('abort', abort)
      if (code === 0) return resolve(undefined)
      reject(new Error(kept.join('\n') || `${name} ended with code ${code}.`))
    })
  })
}
