import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitRequestTimes, UPLOADS } from './request-times'

let server: Server
beforeAll(async () => {
  limitRequestTimes({ upload: 5_000, uploadSilence: 400, other: 400 })
  server = createServer((asked, answer) => void asked.resume().on('end', () => answer.end('all of it came')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())

/** Sends a byte every so often, for a second. @returns what came back. */
function slowly(path: string, everyMs: number): Promise<string> {
  return new Promise((resolve) => {
    const { port } = server.address() as AddressInfo
    const sending = request({ port, host: '127.0.0.1', path, method: 'POST' })
    sending.on('response', (response) => response.setEncoding('utf8').once('data', resolve))
    sending.on('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? ''))
    sending.write('x')
    const timer = setInterval(() => sending.write('x'), everyMs)
    setTimeout(() => {
      clearInterval(timer)
      sending.end()
    }, 1_000)
  })
}

describe('a request that comes slowly', () => {
  it('may take its time if it brings a file, as long as it brings something', async () => {
    expect(await slowly(`${UPLOADS}?name=a.csv`, 50)).toBe('all of it came')
  })
  it('is cut off if it brings a file and falls silent', async () => {
    expect(await slowly(UPLOADS, 2_000)).toBe('ECONNRESET')
  })
  it('is cut off if it brings anything else', async () => {
    expect(await slowly('/api/v1/reads', 50)).toBe('ECONNRESET')
  })
})
