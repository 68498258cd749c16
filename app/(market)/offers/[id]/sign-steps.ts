/** Signing an offer as wallet steps. What was asked once is held until the market has taken or refused it: no retry asks for it again. */
import { signatureDeadline } from '@/components/wallet/deadline'
import { refused, WalletFlowError } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { nextNonce } from '@/components/wallet/nonces'
import { signPermit } from '@/components/wallet/permit'
import { relayFollowed } from '@/components/wallet/relay'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import type { SignedPermit } from '@/lib/chain/intents/permit'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Hex } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'
import { checkBeforeSigning, sendSignature } from './sign-action'

export interface SignRequest {
  settings: WalletSettings
  terms: Omit<Terms, 'nonce' | 'expiry'>
  /** What the free balance lacks of the deposit, as far as the page knows; zero shows no step for a permit. */
  missing: Micro
  titles: { permit: string; sign: string }
  /** The market has taken the signature: from here on its rows remember it. */
  onTaken?: (agreementId: Hex) => void
}

/** Signed and not yet known to be taken. */
interface Held {
  permit: SignedPermit | null
  agreement: { terms: Terms; signature: Hex } | null
}

/** A refusal of one of these speaks of the permit; any other leaves it good. */
const ABOUT_PERMIT = [
  'ERC2612ExpiredSignature',
  'ERC2612InvalidSigner',
  'ERC20InsufficientAllowance',
  'ERC20InsufficientBalance',
]

/** At most two prompts: a permit for what is missing of the deposit, and the agreement. Both go to the relayer together. */
export function signSteps(request: SignRequest): WalletStep[] {
  const held: Held = { permit: null, agreement: null }
  const permitStep: WalletStep = {
    key: 'permit',
    title: request.titles.permit,
    send: async (wallet) => {
      await holdPermit(held, wallet, request)
      return 'held'
    },
    // Nothing to wait for: it is sent with the agreement.
    confirm: async () => {},
  }
  const signStep: WalletStep = {
    key: 'sign',
    title: request.titles.sign,
    send: async (wallet) => {
      held.agreement ??= await signTerms(held, wallet, request)
      return handIn(held, request)
    },
    confirm: async (relayId) => {
      try {
        await relayFollowed(relayId)
      } catch (error) {
        // The permit went with it, and may be used up.
        if (isRefusal(error)) Object.assign(held, { permit: null, agreement: null })
        throw error
      }
    },
  }
  return request.missing > 0n ? [permitStep, signStep] : [signStep]
}

/** Asks the market first, so that the wallet is never asked for what would be refused, nor for money that is there. */
async function holdPermit(held: Held, wallet: SigningWallet, { settings, terms }: SignRequest): Promise<void> {
  const now = await checkBeforeSigning({ ...terms, contracted: [...terms.contracted] })
  if (!now.ok) throw refused(now.refusal)
  const { missing } = now.value
  if (missing === 0n) held.permit = null
  else if (!held.permit || held.permit.amount < missing) held.permit = await signPermit(wallet, settings, missing)
}

async function signTerms(held: Held, wallet: SigningWallet, request: SignRequest) {
  await holdPermit(held, wallet, request)
  const { settings } = request
  const [nonce, expiry] = await Promise.all([nextNonce(wallet, settings, 'AgreementBook'), signatureDeadline(wallet)])
  const terms: Terms = { ...request.terms, nonce, expiry }
  const book = { chainId: settings.chainId, agreementBook: settings.contracts.AgreementBook }
  return { terms, signature: await wallet.signTypedData(agreementTypedData(book, terms)) }
}

/** Whatever is thrown instead of an answer leaves it open whether it arrived: the same signature is handed in again, and counts once. */
async function handIn(held: Held, { onTaken }: SignRequest): Promise<string> {
  if (!held.agreement) throw new Error('nothing has been signed')
  const { terms, signature } = held.agreement
  const sent = await sendSignature({
    terms: { ...terms, contracted: [...terms.contracted] },
    signature,
    permit: held.permit,
  })
  if (!sent.ok) {
    held.agreement = null
    if (ABOUT_PERMIT.includes(sent.refusal.name)) held.permit = null
    throw refused(sent.refusal)
  }
  onTaken?.(sent.value.agreementId)
  return sent.value.relayId
}

function isRefusal(error: unknown): boolean {
  return error instanceof WalletFlowError && error.failure.kind === 'refused'
}
