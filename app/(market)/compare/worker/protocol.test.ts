import { describe, expect, it, vi } from 'vitest'
import { Unanswered, WorkerClient } from './client'
import { Offline } from './offline'
import type { Desk, Turn } from './desk'
import type { Asked, FromWorker } from './protocol'
import { serve } from './serve'

/** Both ends with a desk of our own between them; what passes is copied as it is between a page and its worker. */
function joined(answer: (asked: Asked, turn: Turn) => Promise<unknown>) {
  const ended = vi.fn()
  const passed: FromWorker[] = []
  let broken = () => {}
  const client = new WorkerClient((take, onBroken) => {
    broken = onBroken
    const worker = serve({ answer: answer as Desk['answer'] }, (message) => {
      passed.push(structuredClone(message))
      queueMicrotask(() => take(structuredClone(message)))
    })
    return { post: (message) => worker(structuredClone(message)), end: ended }
  })
  return { client, passed, ended, breakDown: () => broken() }
}

const ASKED = { name: 'meter', index: 0 } as const
const later = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the page and its worker', () => {
  it('answer each question under its own number, in whatever order, with whole numbers of any size', async () => {
    const gates: (() => void)[] = []
    const { client } = joined(async (asked) => {
      if (asked.name === 'meter' && asked.index === 1) await new Promise<void>((resolve) => gates.push(resolve))
      return {
        kind: 'refused',
        faults: [{ name: `n${asked.name === 'meter' ? asked.index : ''}`, facts: {}, line: null }],
        big: 2n ** 90n,
      }
    })
    const first = client.ask({ name: 'meter', index: 1 })
    const second = await client.ask({ name: 'meter', index: 2 })
    gates[0]?.()
    expect(second).toMatchObject({ faults: [{ name: 'n2' }], big: 2n ** 90n })
    expect(await first).toMatchObject({ faults: [{ name: 'n1' }] })
  })

  it('cancel: the page goes on at once, the work is told to stop, and its answer is not taken', async () => {
    let told: AbortSignal | undefined
    const { client, passed } = joined(async (_, { signal }) => {
      told = signal
      await later()
      return { kind: 'refused', faults: [] }
    })
    const stop = new AbortController()
    const asked = client.ask(ASKED, { signal: stop.signal })
    stop.abort()
    await expect(asked).rejects.toMatchObject({ why: 'cancelled' })
    expect(told?.aborted).toBe(true)
    await later()
    await later()
    expect(passed).toEqual([{ id: 1, kind: 'failed', why: 'cancelled' }])
    await expect(client.ask(ASKED, { signal: stop.signal })).rejects.toBeInstanceOf(Unanswered)
  })

  it('tell how far a file is, not more often than a page can show', async () => {
    const { client } = joined(async (_, { onProgress }) => {
      for (let read = 1; read <= 1_000; read++) onProgress({ read, size: 1_000 })
      return { kind: 'refused', faults: [] }
    })
    const news: number[] = []
    await client.ask(ASKED, { onProgress: ({ read }) => news.push(read) })
    expect(news[0]).toBe(1)
    expect(news.length).toBeLessThan(10)
  })

  it('tell a market that is away from a mistake of ours', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { client } = joined(async (asked) => {
      throw asked.name === 'meter' && asked.index === 0 ? new Offline('/compare/market.json') : new Error('a bug')
    })
    await expect(client.ask(ASKED)).rejects.toMatchObject({ why: 'offline' })
    await expect(client.ask({ name: 'meter', index: 1 })).rejects.toMatchObject({ why: 'broken' })
    expect(silent).toHaveBeenCalledTimes(1)
    silent.mockRestore()
  })

  it('start anew after the worker broke: whoever waited is told', async () => {
    let working = false
    const { client, ended, breakDown } = joined(async () => {
      if (!working) await new Promise(() => {})
      return { kind: 'refused', faults: [] }
    })
    const lost = client.ask(ASKED)
    breakDown()
    await expect(lost).rejects.toMatchObject({ why: 'broken' })
    expect(ended).toHaveBeenCalledTimes(1)
    working = true
    expect(await client.ask(ASKED)).toMatchObject({ kind: 'refused' })
  })
})
