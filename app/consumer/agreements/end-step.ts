import { signatureDeadline } from '@/components/wallet/deadline'
import { refused } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { nextNonce } from '@/components/wallet/nonces'
import { relayFollowed } from '@/components/wallet/relay'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { endingTypedData } from '@/lib/chain/intents/end'
import type { Ending } from '@/lib/domain/agreements/can-end'
import type { Hex } from '@/lib/domain/units/hex'
import { sendEnding } from './end-action'

export interface EndRequest {
  settings: WalletSettings
  agreementId: Hex
  endsAt: number
  /** The signature counts up to here and no longer: see EndChoice. */
  until: number | null
  title: string
}

/** One prompt. What was signed is held until the market has answered: where the answer was lost, it is handed in again. */
export function endStep(request: EndRequest): WalletStep {
  let held: { ending: Ending; signature: Hex } | null = null
  return {
    key: 'end',
    title: request.title,
    send: async (wallet) => {
      held ??= await sign(wallet, request)
      const sent = await sendEnding(held)
      if (!sent.ok) {
        held = null
        throw refused(sent.refusal)
      }
      return sent.value.relayId
    },
    confirm: async (relayId) => {
      held = null
      await relayFollowed(relayId)
    },
  }
}

async function sign(wallet: SigningWallet, { settings, agreementId, endsAt, until }: EndRequest) {
  const [nonce, deadline] = await Promise.all([nextNonce(wallet, settings, 'AgreementBook'), signatureDeadline(wallet)])
  const ending = { agreementId, endsAt, nonce, expiry: until === null ? deadline : Math.min(deadline, until) }
  const book = { chainId: settings.chainId, agreementBook: settings.contracts.AgreementBook }
  const { message, ...data } = endingTypedData(book, ending)
  return { ending, signature: await wallet.signTypedData({ ...data, message: { ...message } }) }
}
