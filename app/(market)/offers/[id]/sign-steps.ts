/** Signing an offer as wallet steps. */
import { signatureDeadline } from '@/components/wallet/deadline'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { nextNonce } from '@/components/wallet/nonces'
import { permitSteps } from '@/components/wallet/permit-steps'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ok } from '@/lib/domain/decision'
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

/** At most two prompts: a permit for what is missing of the deposit, and the agreement. Both go to the relayer together. */
export function signSteps({ settings, terms, missing, titles, onTaken }: SignRequest): WalletStep[] {
  return permitSteps({
    ...{ settings, missing, titles },
    check: () => checkBeforeSigning({ ...terms, contracted: [...terms.contracted] }),
    sign: (wallet) => signTerms(wallet, settings, terms),
    send: async (signed, permit) => {
      const contracted = [...signed.terms.contracted]
      const sent = await sendSignature({ ...signed, terms: { ...signed.terms, contracted }, permit })
      if (!sent.ok) return sent
      onTaken?.(sent.value.agreementId)
      return ok(sent.value.relayId)
    },
  })
}

async function signTerms(wallet: SigningWallet, settings: WalletSettings, wish: SignRequest['terms']) {
  const [nonce, expiry] = await Promise.all([nextNonce(wallet, settings, 'AgreementBook'), signatureDeadline(wallet)])
  const terms: Terms = { ...wish, nonce, expiry }
  const book = { chainId: settings.chainId, agreementBook: settings.contracts.AgreementBook }
  return { terms, signature: await wallet.signTypedData(agreementTypedData(book, terms)) }
}
