/** An operator of meters who hands files in to a market that runs, as a program does: no page, no length stated. */
import { request } from 'node:http'
import { encode } from 'next-auth/jwt'

export interface Sender {
  url: string
  cookie: string
}

export interface Answer {
  status: number
  body: { id: string; status: string; daysNew: number; lines: { name: string }[] }
}

export async function senderOf(given: { url: string; address: string; secret: string }): Promise<Sender> {
  const token = await encode({ token: { sub: given.address }, secret: given.secret })
  return { url: given.url, cookie: `next-auth.session-token=${token}` }
}

/** In chunks, as fast as they are taken. A market that has heard enough may answer before the end. */
export async function send({ url, cookie }: Sender, pieces: Iterable<Buffer>): Promise<Answer> {
  const { hostname, port } = new URL(url)
  const path = '/api/v1/imports?name=bench.csv'
  const asked = request({ hostname, port, path, method: 'POST', headers: { cookie } })
  let over = false
  const answer = new Promise<Answer>((resolve, reject) => {
    asked.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Answer['body'] }))
    })
    asked.on('error', reject)
  }).finally(() => (over = true))
  answer.catch(() => {}) // Whoever awaits it below sees the failure.
  for (const piece of pieces) {
    if (over) break
    if (!asked.write(piece)) await Promise.race([answer, new Promise((resolve) => asked.once('drain', resolve))])
  }
  asked.end()
  return answer
}

/** Until it has been read. */
export async function ended({ url, cookie }: Sender, id: string): Promise<Answer['body']> {
  for (;;) {
    const response = await fetch(`${url}/api/v1/imports/${id}`, { headers: { cookie } })
    const body = (await response.json()) as Answer['body']
    if (!['receiving', 'waiting', 'reading'].includes(body.status)) return body
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
