/**
 * Processes that read meter files, so that none makes the worker slow or large. The first is started when a file waits and stays
 * for the next; another is started while files wait and all are at work, and ends when it has nothing to do. A process that ends
 * too soon takes no file with it: that is read again.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MOST = 2
const PROGRAM = fileURLToPath(new URL('./importer.ts', import.meta.url))
/** A file is a stream and waits in the database: what it needs at a time fits (import-robust.spec.ts). */
const LITTLE_MEMORY = ['--max-old-space-size=96', '--max-semi-space-size=2']

export interface Importers {
  /** So many files wait. */
  look: (waiting: number) => void
  /** Ends what is at work too: it is read again. */
  end: () => Promise<void>
}

/** @param onChange somebody has become free, or has ended */
export function keepImporters(onChange: () => void, tell = console.error): Importers {
  const all = new Map<ChildProcess, 'starting' | 'free' | 'at work'>()
  let ended = false

  const count = (state: string) => [...all.values()].filter((one) => one === state).length

  function start(): void {
    const child = fork(PROGRAM, { execArgv: [...process.execArgv, ...LITTLE_MEMORY] })
    all.set(child, 'starting')
    child.on('message', () => {
      all.set(child, 'free')
      onChange()
    })
    child.on('error', (error) => {
      all.delete(child)
      tell(`imports: ${error.message}`)
    })
    child.once('exit', (code, signal) => {
      all.delete(child)
      if (ended || code === 0) return
      tell(`imports: the process that reads files ended with ${signal ?? code}`)
      onChange()
    })
  }

  function look(waiting: number): void {
    for (const [child, state] of all) {
      if (state !== 'free') continue
      if (waiting-- > 0) {
        all.set(child, 'at work')
        child.send('look')
      } else if (all.size > 1) {
        all.delete(child)
        child.disconnect()
      }
    }
    if (waiting > 0 && count('starting') === 0 && all.size < MOST && !ended) start()
  }

  async function end(): Promise<void> {
    ended = true
    const gone = [...all.keys()].map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of all.keys()) child.kill()
    await Promise.all(gone)
  }

  return { look, end }
}
