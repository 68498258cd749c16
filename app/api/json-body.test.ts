import { describe, expect, it } from 'vitest'
import { jsonBody, type JsonBody } from './json-body'

const post = (body: BodyInit) =>
  new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit)

async function refusalOf(body: JsonBody) {
  if (body.ok) return null
  const { error } = (await body.response.json()) as { error: string }
  return { status: body.response.status, error, connection: body.response.headers.get('connection') }
}

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
    const body = await jsonBody(post(endless), 4096)
    expect(await refusalOf(body)).toEqual({ status: 413, error: 'RequestTooLarge', connection: 'close' })
    expect(given).toBeLessThan(16)
  })

  it('is refused by name if it is not JSON', async () => {
    const body = await jsonBody(post('{'), 100)
    expect(await refusalOf(body)).toEqual({ status: 400, error: 'RequestMalformed', connection: null })
  })
})
