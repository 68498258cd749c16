import { beforeAll, describe, expect, it } from 'vitest'
import { createSiweMessage } from 'viem/siwe'
import { demoConsumer } from '@/lib/chain/demo-keys'
import { withDatabase } from '@/lib/db/testing/database'
import { env } from '@/lib/env'
import { newSignInNonce, signIn } from './sign-in'
import { withMarket } from './testing/market'

withDatabase()
const { market } = withMarket()

const account = demoConsumer(0)
const seconds = () => Math.floor(Date.now() / 1000)
let site = new URL('http://localhost')

beforeAll(() => {
  site = new URL(env.publicUrl)
})

async function messageWith(changes: Partial<Parameters<typeof createSiweMessage>[0]> = {}): Promise<string> {
  const nonce = await newSignInNonce(seconds())
  const { address } = account
  const { chainId } = market().deployment
  return createSiweMessage({ address, chainId, domain: site.host, uri: site.origin, version: '1', nonce, ...changes })
}

const outcome = async (message: string, signer = account) => {
  const decision = await signIn(message, await signer.signMessage({ message }), seconds())
  return decision.ok ? decision.value : decision.refusal.name
}

describe('signIn', () => {
  it('names the account, once', async () => {
    const message = await messageWith()
    expect(await outcome(message)).toBe(account.address.toLowerCase())
    expect(await outcome(message)).toBe('SignInNonceUnknown')
  })

  it('refuses another signer, and the nonce is used up', async () => {
    const message = await messageWith()
    expect(await outcome(message, demoConsumer(1))).toBe('SignInSignatureInvalid')
    expect(await outcome(message)).toBe('SignInNonceUnknown')
  })

  it('refuses a nonce nobody issued', async () => {
    expect(await outcome(await messageWith({ nonce: 'inventedbysomebody' }))).toBe('SignInNonceUnknown')
  })

  it('refuses what was signed for another site or chain, or too long ago', async () => {
    expect(await outcome(await messageWith({ domain: 'market.example' }))).toBe('SignInWrongSite')
    expect(await outcome(await messageWith({ uri: 'https://market.example' }))).toBe('SignInWrongSite')
    expect(await outcome(await messageWith({ chainId: 1 }))).toBe('SignInWrongChain')
    expect(await outcome(await messageWith({ issuedAt: new Date(Date.now() - 3_600_000) }))).toBe('SignInExpired')
    expect(await outcome(await messageWith({ expirationTime: new Date(Date.now() - 1_000) }))).toBe('SignInExpired')
    expect(await outcome('let me in')).toBe('SignInMessageMalformed')
  })
})
