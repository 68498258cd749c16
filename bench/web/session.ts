/** Signs a demo member in as the sign-in page does, with the member's key in this process: what comes back is its cookie. */
import { createSiweMessage } from 'viem/siwe'
import { accountOf } from '../../e2e/wallet'

/** A Cookie header. */
export async function sessionCookie(url: string, chainId: number, member: string): Promise<string> {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string>), cookie, origin: url }
    const answer = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name) jar.set(name, value ?? '')
    }
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  const account = accountOf(member)
  const { nonce } = (await (await ask('/api/auth/siwe-nonce', { method: 'POST' })).json()) as { nonce: string }
  const message = createSiweMessage({
    ...{ address: account.address, chainId, domain: new URL(url).host, uri: url, version: '1', nonce },
    ...{ statement: 'Sign in to Switchyard.', issuedAt: new Date(), expirationTime: new Date(Date.now() + 120_000) },
  })
  const signature = await account.signMessage({ message })
  const { csrfToken } = (await (await ask('/api/auth/csrf')).json()) as { csrfToken: string }
  const form = { csrfToken, message, signature, json: 'true', redirect: 'false', callbackUrl: url }
  await ask('/api/auth/callback/siwe', { method: 'POST', body: new URLSearchParams(form) })
  const session = (await (await ask('/api/auth/session')).json()) as object
  if (Object.keys(session).length === 0) throw new Error(`${member} was not signed in`)
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}
