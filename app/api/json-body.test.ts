import { describe, expect, it } from 'vitest'
import { jsonBody } from './json-body'

const post = (body: BodyInit) =>
  new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit)

describe('a JSON body', () => {
  it('is read up to its limit', async () => {
    expect(await jsonBody(post('{"a":1}'), 7)).toEqual({ ok: true, value: { a: 1 } })
  })

  it('is refused one byte above, without reading the rest', async () => {
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given++
        controller.enqueue(new Uint8Array(1024))
      },
    })
    expect(await jsonBody(post(endless), 4096)).toMatchObject({ ok: false, error: 'RequestTooLarge' })
    expect(given).toBeLessThan(16)
  })

  it('is refused by name if it is not JSON', async () => {
    expect(await jsonBody(post('{'), 100)).toMatchObject({ ok: false, error: 'RequestMalformed' })
  })
})
