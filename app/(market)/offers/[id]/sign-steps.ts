import { signatureDeadline } from '@/components/wallet/deadline'
import { refused } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { nextNonce } from '@/components/wallet/nonces'
import { signPermit } from '@/components/wallet/permit'
import { relayFollowed } from '@/components/wallet/relay'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import type { SignedPermit } from '@/lib/chain/intents/permit'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Micro } from '@/lib/domain/units/units'
import { sendSignature } from './sign-action'

export interface SignRequest {
  settings: WalletSettings
  terms: Omit<Terms, 'nonce' | 'expiry'>
  /** What the free balance lacks of the deposit; zero asks for no permit. */
  missing: Micro
  titles: { permit: string; sign: string }
}

/** At most two prompts: a permit for what is missing of the deposit, and the agreement. Both go to the relayer together. */
export function signSteps({ settings, terms, missing, titles }: SignRequest): WalletStep[] {
  let permit: SignedPermit | null = null
  const permitStep: WalletStep = {
    key: 'permit',
    title: titles.permit,
    send: async (wallet) => {
      permit = await signPermit(wallet, settings, missing)
      return permit.signature
    },
    // Nothing to wait for: it is sent with the agreement.
    confirm: async () => {},
  }
  const signStep: WalletStep = {
    key: 'sign',
    title: titles.sign,
    send: async (wallet) => {
      const [nonce, expiry] = await Promise.all([
        nextNonce(wallet, settings, 'AgreementBook'),
        signatureDeadline(wallet),
      ])
      const full: Terms = { ...terms, nonce, expiry }
      const book = { chainId: settings.chainId, agreementBook: settings.contracts.AgreementBook }
      const signature = await wallet.signTypedData(agreementTypedData(book, full))
      const sent = await sendSignature({ terms: { ...full, contracted: [...full.contracted] }, signature, permit })
      if (!sent.ok) throw refused(sent.refusal)
      return sent.value.relayId
    },
    confirm: relayFollowed,
  }
  return missing > 0n ? [permitStep, signStep] : [signStep]
}
