/** Takes the page's messages one by one and answers each under its number, whatever becomes of it. */
import type { Desk, Turn } from './desk'
import { Offline } from './offline'
import type { FromWorker, ToWorker } from './protocol'

/** A page needs no more news of a file than it can show. */
const TELL_EVERY_MS = 100

export function serve(desk: Pick<Desk, 'answer'>, send: (message: FromWorker) => void): (message: ToWorker) => void {
  const running = new Map<number, AbortController>()

  async function answer({ id, asked }: Extract<ToWorker, { asked: unknown }>): Promise<void> {
    const control = new AbortController()
    running.set(id, control)
    try {
      const given = await desk.answer(asked, turnOf(id, control.signal))
      send(control.signal.aborted ? { id, kind: 'failed', why: 'cancelled' } : { id, kind: 'answer', answer: given })
    } catch (error) {
      const why = control.signal.aborted ? 'cancelled' : error instanceof Offline ? 'offline' : 'broken'
      if (why === 'broken') console.error(error)
      send({ id, kind: 'failed', why })
    } finally {
      running.delete(id)
    }
  }

  function turnOf(id: number, signal: AbortSignal): Turn {
    let told = -Infinity
    const onProgress: Turn['onProgress'] = (progress) => {
      const now = performance.now()
      if (now - told < TELL_EVERY_MS) return
      told = now
      send({ id, kind: 'progress', progress })
    }
    return { signal, onProgress }
  }

  return (message) => {
    if ('cancel' in message) running.get(message.id)?.abort(new Error('cancelled'))
    else void answer(message)
  }
}
