import { describe, expect, it } from 'vitest'
import { keepDoing } from './loop'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('keepDoing', () => {
  it('never does it twice at once, and once more when woken meanwhile', async () => {
    let [now, most, done] = [0, 0, 0]
    const loop = keepDoing('work', 60_000, async () => {
      most = Math.max(most, ++now)
      await pause(20)
      now--
      done++
    })
    loop.wake()
    loop.wake()
    await pause(80)
    await loop.end()
    expect([most, done]).toEqual([1, 2])
  })

  it('tells a failure once and goes on', async () => {
    const told: string[] = []
    let done = 0
    const work = async () => {
      if (++done < 3) throw new Error('no chain')
    }
    const loop = keepDoing('follower', 5, work, (text: string) => told.push(text))
    await pause(60)
    loop.wake()
    await pause(20)
    loop.wake()
    await pause(20)
    await loop.end()
    expect(told).toEqual(['follower: no chain', 'follower: well again'])
  })

  it('ends only when the work at hand is done', async () => {
    let done = false
    const loop = keepDoing('work', 5, async () => {
      await pause(30)
      done = true
    })
    await loop.end()
    expect(done).toBe(true)
  })
})
