/** Signed in over HTTP alone, as a program with a wallet's key would, without a page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { request, type APIRequestContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { foundry } from 'viem/chains'
import { createSiweMessage } from 'viem/siwe'
import { dataDir } from './database'
import { market } from './stack'
import { accountOf } from './wallet'

const COOKIE = 'next-auth.session-token'
const newVisitor = (headers?: Record<string, string>) =>
  request.newContext({ baseURL: market().url, ...(headers && { extraHTTPHeaders: headers }) })

export const visitor = (): Promise<APIRequestContext> => newVisitor()

/** By the sign-in that people use: a message of this site with a nonce that counts once, signed by the account. */
export async function signedIn(name: string): Promise<APIRequestContext> {
  const [context, account] = [await newVisitor(), accountOf(name)]
  const nonce = ((await (await context.post('/api/auth/siwe-nonce')).json()) as { nonce: string }).nonce
  const csrfToken = ((await (await context.get('/api/auth/csrf')).json()) as { csrfToken: string }).csrfToken
  const { host, origin } = new URL(market().url)
  const message = createSiweMessage({
    ...{ address: account.address, chainId: foundry.id, domain: host, uri: origin, version: '1', nonce },
    ...{ statement: 'A test signs in.', issuedAt: new Date() },
  })
  const form = { csrfToken, message, signature: await account.signMessage({ message }), json: 'true' }
  const answer = await context.post('/api/auth/callback/siwe', { form })
  if (!answer.ok()) throw new Error(`${name} was not let in: ${answer.status()} ${await answer.text()}`)
  return context
}

/** A session as the market itself makes them, of the same account, that ends so many seconds from now. */
export async function sessionEnding(name: string, inSeconds: number): Promise<APIRequestContext> {
  const secret = readFileSync(join(dataDir(), 'secret'), 'utf8').trim()
  const sub = accountOf(name).address.toLowerCase()
  const token = await encode({ token: { sub }, secret, maxAge: inSeconds })
  return newVisitor({ cookie: `${COOKIE}=${token}` })
}
