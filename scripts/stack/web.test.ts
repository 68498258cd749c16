import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { waitForHealth } from './web.mjs'

let server: Server | undefined
afterEach(() => server?.close())

/** A market that gives one answer after the other, the last one for ever. */
async function marketThatSays(...answers: { status: number; body: string }[]): Promise<number> {
  let asked = 0
  server = createServer((_, response) => {
    const { status, body } = answers[Math.min(asked++, answers.length - 1)]!
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const running = { hasEnded: () => null, logFile: '/dev/null' } as never
const waitAt = (port: number, patienceMs = 5_000) =>
  waitForHealth({
    host: '127.0.0.1',
    port,
    web: running,
    patienceMs,
    signal: new AbortController().signal,
    report: () => {},
  })
const halted = JSON.stringify({ ok: false, follower: { block: 7, lag: 0, halted: 'ReorgBelowFinalized' } })

describe('waiting for the market to be well', () => {
  it('goes on until it is', async () => {
    const port = await marketThatSays({ status: 503, body: '{"ok":false}' }, { status: 200, body: '{"ok":true}' })
    await expect(waitAt(port)).resolves.toBeUndefined()
  })

  it('ends at once when the follower has halted, and says why and what to do', async () => {
    const port = await marketThatSays({ status: 503, body: halted })
    const began = Date.now()
    await expect(waitAt(port, 60_000)).rejects.toThrow(/ReorgBelowFinalized.*npm start -- --fresh/)
    expect(Date.now() - began).toBeLessThan(30_000)
  })

  it('gives up with the last answer', async () => {
    const port = await marketThatSays({ status: 503, body: '{"ok":false,"worker":false}' })
    await expect(waitAt(port, 500)).rejects.toThrow(/"worker":false/)
  })
})
