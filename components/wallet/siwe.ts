import { getSession, signIn } from 'next-auth/react'
import { createSiweMessage } from 'viem/siwe'
import { z } from 'zod'
import { refused, WalletFlowError } from './failure'
import type { WalletStep } from './flow'

const nonceAnswer = z.object({ nonce: z.string().min(8) })

/** The message counts for this long, if the server's own limit is not shorter. */
const VALID_FOR_MS = 5 * 60_000

export interface SiweRequest {
  chainId: number
  /** Of this market as the server is configured: a copy of the site elsewhere gets a message that counts for nothing. */
  origin: string
  title: string
  statement: string
}

/** Proves to this site whose wallet it is (EIP-4361). Nothing is sent to the chain and nothing is paid. */
export function siweStep({ chainId, origin, title, statement }: SiweRequest): WalletStep {
  let message = ''
  return {
    key: 'sign-in',
    title,
    send: async (wallet) => {
      const now = Date.now()
      message = createSiweMessage({
        address: wallet.address,
        chainId,
        domain: new URL(origin).host,
        uri: origin,
        version: '1',
        statement,
        nonce: await newNonce(),
        issuedAt: new Date(now),
        expirationTime: new Date(now + VALID_FOR_MS),
      })
      return wallet.signMessage(message)
    },
    confirm: async (signature) => {
      const answer = await signIn('siwe', { message, signature, redirect: false })
      if (!answer) throw new WalletFlowError({ kind: 'unreachable' })
      if (!answer.ok || answer.error) throw refused({ name: refusalName(answer.error), facts: {} })
      // The page that follows is rendered for whoever the session names: it must be there.
      if (!(await getSession())) throw new WalletFlowError({ kind: 'unreachable' })
    },
  }
}

async function newNonce(): Promise<string> {
  const response = await fetch('/api/auth/siwe-nonce', { method: 'POST', cache: 'no-store' })
  if (!response.ok) throw new WalletFlowError({ kind: 'unreachable' })
  return nonceAnswer.parse(await response.json()).nonce
}

/** What the server threw, if it named it; otherwise the signature is what did not fit. */
function refusalName(error: string | null | undefined): string {
  return error && /^SignIn[A-Z]\w+$/.test(error) ? error : 'SignInSignatureInvalid'
}
