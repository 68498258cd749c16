/** Sign-In with Ethereum (EIP-4361): a message for this site and this chain, with a nonce that counts once. */
import { generateSiweNonce, parseSiweMessage } from 'viem/siwe'
import { deployment } from '@/lib/chain/deployment'
import { verifyMessageOf } from '@/lib/chain/read'
import { consumeNonce, issueNonce } from '@/lib/db/write/nonces'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'

/** From asking for the nonce to presenting the signature. */
const NONCE_LIFE_S = 10 * 60
const LONGEST_MESSAGE = 4_096

/** @param now UTC seconds */
export async function newSignInNonce(now: number): Promise<string> {
  const nonce = generateSiweNonce()
  await issueNonce({ nonce, expiresAt: now + NONCE_LIFE_S })
  return nonce
}

/**
 * Checks what costs nothing first; the nonce is used up before the signature is checked.
 * @param now UTC seconds
 * @returns the account that signed
 */
export async function signIn(message: string, signature: Hex, now: number): Promise<Decision<Address>> {
  const place = { site: new URL(env.publicUrl), chainId: deployment().chainId }
  const checked = checkMessage(message, { now: new Date(now * 1_000), ...place })
  if (!checked.ok) return checked
  const { nonce, address } = checked.value
  if (!(await consumeNonce(nonce))) return refuse('SignInNonceUnknown')
  if (!(await verifyMessageOf(address, message, signature)))
    return refuse('SignInSignatureInvalid', { account: address })
  return ok(address)
}

/** Domain and URI come from configuration, never from the request. */
export function checkMessage(
  message: string,
  { now, site, chainId }: { now: Date; site: URL; chainId: number },
): Decision<{ nonce: string; address: Address }> {
  if (message.length > LONGEST_MESSAGE) return refuse('SignInMessageMalformed')
  const { address, domain, uri, nonce, version, issuedAt, expirationTime, notBefore, ...rest } =
    parseSiweMessage(message)
  if (!address || !nonce || !uri || !domain || version !== '1') return refuse('SignInMessageMalformed')
  if (domain !== site.host || !URL.canParse(uri) || new URL(uri).origin !== site.origin) {
    return refuse('SignInWrongSite', { domain, expected: site.host })
  }
  if (rest.chainId !== chainId) return refuse('SignInWrongChain', { expected: BigInt(chainId) })
  const oldest = new Date(now.getTime() - NONCE_LIFE_S * 1_000)
  const late = (expirationTime && expirationTime <= now) || (issuedAt && issuedAt < oldest)
  if (late || (notBefore && notBefore > now)) return refuse('SignInExpired')
  return ok({ nonce, address: address.toLowerCase() as Address })
}
