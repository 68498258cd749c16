import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { clientAt } from './client'
import { askNode } from './node'

let node: Server | undefined

/** A node that refuses so many requests with a message before it answers. */
async function nodeThatRefuses(times: number, message: string): Promise<string> {
  let refused = 0
  node = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const isRefused = refused++ < times
      const asked = JSON.parse(text) as { id: number } | { id: number }[]
      const answers = [asked].flat().map(({ id }) => ({
        jsonrpc: '2.0',
        id,
        ...(isRefused ? { error: { code: -32602, message } } : { result: '0x5208' }),
      }))
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(Array.isArray(asked) ? answers : answers[0]))
    })
  })
  await new Promise<void>((listens) => node?.listen(0, '127.0.0.1', listens))
  return `http://127.0.0.1:${(node.address() as AddressInfo).port}`
}

const ask = (url: string) => clientAt(url, 31_337).getBlockNumber()

afterEach(() => node?.close())

describe('the client of the market’s chain', () => {
  // As anvil says it, word for word.
  const MOVED = 'BlockOutOfRangeError: block height is 1398 but requested was 1397'

  it('asks again when the head has moved while it was looked up', async () => {
    expect(await ask(await nodeThatRefuses(3, MOVED))).toBe(21_000n)
  })

  it('does not ask for ever, and not about anything else', async () => {
    await expect(ask(await nodeThatRefuses(4, MOVED))).rejects.toThrow(/BlockOutOfRange/)
    node?.close()
    await expect(ask(await nodeThatRefuses(1, 'invalid argument'))).rejects.toThrow(/invalid argument/)
  })

  it('does so for a browser, too, as often', async () => {
    const askedBy = async (times: number) => {
      node?.close()
      return askNode({ jsonrpc: '2.0', id: 5, method: 'eth_blockNumber' }, await nodeThatRefuses(times, MOVED))
    }
    expect(await askedBy(3)).toEqual({ jsonrpc: '2.0', id: 5, result: '0x5208' })
    expect(await askedBy(4)).toMatchObject({ id: 5, error: { message: MOVED } })
  })
})
