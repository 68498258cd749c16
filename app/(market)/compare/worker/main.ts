/** The worker itself: questions in, answers out. Whatever takes long happens in here, so that the page never waits. */
import { Desk, type Turn } from './desk'
import { Offline } from './offline'
import { serve } from './serve'
import type { FromWorker, ToWorker } from './protocol'

const desk = new Desk({ now: () => Math.floor(Date.now() / 1_000), text: textAt, file: fileAt })
const take = serve(desk, (message: FromWorker) => self.postMessage(message))
self.onmessage = ({ data }: MessageEvent<ToWorker>) => take(data)

async function textAt(path: string): Promise<string> {
  return (await at(path)).text()
}

async function fileAt(path: string, { signal }: Turn): Promise<File> {
  return new File([await (await at(path, signal)).blob()], 'own.xml')
}

async function at(path: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(new URL(path, self.location.origin), { signal }).catch((error: unknown) => {
    throw signal?.aborted ? error : new Offline(path)
  })
  if (!response.ok) throw new Offline(path)
  return response
}
