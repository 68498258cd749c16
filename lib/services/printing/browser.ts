/**
 * A Chromium of its own for one page: started, spoken to through a pipe, and ended. It opens no port, has no network (every name is
 * unknown to it), keeps nothing, and what its page asks for is handed to `serve`.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

export interface Browser {
  send: <T = Record<string, unknown>>(method: string, params?: object, session?: string) => Promise<T>
  on: (method: string, handler: (params: never, session: string) => void) => void
  close: () => Promise<void>
}

interface Message {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

const END = '\0'
/** More than any page prints to. */
const LONGEST_MESSAGE = 64 * 1024 * 1024
const HEAP_MB = 384

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--hide-scrollbars',
  '--mute-audio',
  `--js-flags=--max-old-space-size=${HEAP_MB}`,
]

export async function startBrowser(program: string): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'switchyard-print-'))
  // Chromium's own sandbox cannot be had by root; the page is ours and has no network.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // A process group of its own, so that all of it can be ended; and none of our environment, which holds secrets.
  const child = spawn(program, [...FLAGS, ...asRoot, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { HOME: folder, LANG: 'C.UTF-8' } as unknown as NodeJS.ProcessEnv,
    detached: true,
  })
  const link = linkTo(child)
  return {
    ...link,
    async close() {
      endGroup(child)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
    },
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function linkTo(child: ChildProcess): Pick<Browser, 'send' | 'on'> {
  const [write, read] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { done: (result: never) => void; failed: (reason: Error) => void }>()
  const handlers = new Map<string, (params: never, session: string) => void>()
  let [ids, text] = [0, '']
  const fail = (reason: string) => {
    for (const { failed } of waiting.values()) failed(new Error(reason))
    waiting.clear()
  }
  const take = ({ id, method, params, sessionId = '', result, error }: Message) => {
    if (method) return handlers.get(method)?.(params as never, sessionId)
    const call = id === undefined ? undefined : waiting.get(id)
    if (id !== undefined) waiting.delete(id)
    if (error) call?.failed(new Error(error.message))
    else call?.done(result as never)
  }
  read.setEncoding('utf8')
  read.on('data', (chunk: string) => {
    text += chunk
    if (text.length > LONGEST_MESSAGE) return endGroup(child)
    const messages = text.split(END)
    text = messages.pop() ?? ''
    for (const message of messages) take(JSON.parse(message) as Message)
  })
  write.on('error', () => fail('the browser ended'))
  child.on('error', () => fail('the browser did not start'))
  child.on('exit', () => fail('the browser ended'))
  return {
    on: (method, handler) => void handlers.set(method, handler),
    send: (method, params = {}, session) =>
      new Promise((done, failed) => {
        const id = ++ids
        waiting.set(id, { done: done as never, failed })
        const message = { id, method, params, ...(session === undefined ? {} : { sessionId: session }) }
        write.write(JSON.stringify(message) + END)
      }),
  }
}
