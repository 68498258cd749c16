/** One worker for the page: asked for a check, it answers; if it does not in time, it is ended and the next check gets a new one. */
import type { Job } from './check-worker'
import type { Examination, Examined } from './examine'

const PATIENCE_MS = 60_000

interface Waiting {
  done: (examined: Examined | null) => void
  failed: (reason: Error) => void
  timer: ReturnType<typeof setTimeout>
}

let worker: Worker | undefined
let jobs = 0
const waiting = new Map<number, Waiting>()

export async function checkInWorker(examination: Examination): Promise<Examined> {
  const examined = await ask(examination)
  if (!examined) throw new Error('the worker checked nothing')
  return examined
}

/** Loads the worker ahead, so that a file can be checked without a network. */
export function warmChecker(): void {
  ask(null).catch(() => {
    // The next check starts a new one, and says so if that fails too.
  })
}

function ask(examination: Examination | null): Promise<Examined | null> {
  const id = ++jobs
  return new Promise((done, failed) => {
    const timer = setTimeout(() => endWorker(new Error('the check took too long')), PATIENCE_MS)
    waiting.set(id, { done, failed, timer })
    const job: Job = { id, examination }
    running().postMessage(job)
  })
}

function running(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data: { id, examined } }: MessageEvent<{ id: number; examined: Examined | null }>) => {
    const job = waiting.get(id)
    if (!job) return
    clearTimeout(job.timer)
    waiting.delete(id)
    job.done(examined)
  }
  worker.onerror = () => endWorker(new Error('the worker stopped'))
  return worker
}

function endWorker(reason: Error): void {
  worker?.terminate()
  worker = undefined
  for (const { failed, timer } of waiting.values()) {
    clearTimeout(timer)
    failed(reason)
  }
  waiting.clear()
}
