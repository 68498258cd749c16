import { describe, expect, it } from 'vitest'
import { isFromHere } from './same-origin'

const from = (headers: Record<string, string>) =>
  isFromHere(new Request('http://market.test/api', { method: 'POST', headers: { host: 'market.test', ...headers } }))

describe('a request with a cookie', () => {
  it.each([
    ['a page of this market', { 'sec-fetch-site': 'same-origin' }],
    ['a person who typed the address', { 'sec-fetch-site': 'none' }],
    ['a program', {}],
    ['a page of this market in a browser that says less', { origin: 'http://market.test' }],
    [
      'a page of this market behind a proxy',
      { origin: 'https://m.test', host: 'inside:3000', 'x-forwarded-host': 'm.test' },
    ],
  ])('is taken from %s', (_, headers) => {
    expect(from(headers)).toBe(true)
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on the same site', { 'sec-fetch-site': 'same-site', origin: 'http://blog.market.test' }],
    ['another port', { origin: 'http://market.test:8080' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page that is kept from saying where it is', { 'sec-fetch-site': 'cross-site', origin: 'http://market.test' }],
  ])('is refused from %s', (_, headers) => {
    expect(from(headers)).toBe(false)
  })
})
