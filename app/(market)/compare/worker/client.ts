/** The page's end of the wire: a question becomes a promise that can be cancelled. The worker starts with the first one. */
import type { Asked, FromWorker, Progress, Question, Questions, ToWorker } from './protocol'

export class Unanswered extends Error {
  constructor(readonly why: Extract<FromWorker, { kind: 'failed' }>['why']) {
    super(why)
  }
}

export interface Wire {
  post: (message: ToWorker) => void
  end: () => void
}

interface Waiting {
  resolve: (answer: never) => void
  reject: (error: Unanswered) => void
  onProgress: ((progress: Progress) => void) | undefined
}

export class WorkerClient {
  private readonly waiting = new Map<number, Waiting>()
  private wire: Wire | undefined
  private next = 1

  /** @param connect Starts the worker: what it says goes to `take`, and `broken` is called if it can say no more. */
  constructor(private readonly connect: (take: (message: FromWorker) => void, broken: () => void) => Wire) {}

  ask<Name extends Question>(
    asked: Extract<Asked, { name: Name }>,
    { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
  ): Promise<Questions[Name]['answer']> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Unanswered('cancelled'))
      this.wire ??= this.connect(
        (message) => this.take(message),
        () => this.end('broken'),
      )
      this.waiting.set(id, { resolve, reject, onProgress })
      signal?.addEventListener('abort', () => this.cancel(id), { once: true })
      this.wire.post({ id, asked })
    })
  }

  /** Ends the worker; whoever still waits is told. The next question starts another one. */
  end(why: Unanswered['why'] = 'cancelled'): void {
    this.wire?.end()
    this.wire = undefined
    for (const { reject } of this.waiting.values()) reject(new Unanswered(why))
    this.waiting.clear()
  }

  /** The page goes on at once: it does not wait for the worker to notice. */
  private cancel(id: number): void {
    const waiting = this.waiting.get(id)
    if (!waiting) return
    this.waiting.delete(id)
    this.wire?.post({ id, cancel: true })
    waiting.reject(new Unanswered('cancelled'))
  }

  private take(message: FromWorker): void {
    const waiting = this.waiting.get(message.id)
    if (!waiting) return
    if (message.kind === 'progress') return waiting.onProgress?.(message.progress)
    this.waiting.delete(message.id)
    if (message.kind === 'answer') waiting.resolve(message.answer as never)
    else waiting.reject(new Unanswered(message.why))
  }
}

/** Tells the bundler where the worker's code is: it comes when the first question is asked. */
export function compareWorker(): WorkerClient {
  return new WorkerClient((take, broken) => {
    const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => take(data)
    worker.onerror = broken
    worker.onmessageerror = broken
    return { post: (message) => worker.postMessage(message), end: () => worker.terminate() }
  })
}
