import { signatureDeadline } from '@/components/wallet/deadline'
import { refused } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { freshNonce } from '@/components/wallet/nonces'
import { signPermit } from '@/components/wallet/permit'
import { relayFollowed } from '@/components/wallet/relay'
import { withdrawalTypedData } from '@/lib/chain/intents/withdrawal'
import type { Decision } from '@/lib/domain/decision'
import type { Micro } from '@/lib/domain/units/units'
import { requestDeposit, requestWithdrawal } from './actions'

export interface MoneyStep {
  title: string
  amount: Micro
  settings: WalletSettings
}

/** Money from the wallet into the account: a permit for exactly this much, used by the relayer. */
export function topUpStep({ title, amount, settings }: MoneyStep): WalletStep {
  return {
    key: 'top-up',
    title,
    send: async (wallet) => relayOf(await requestDeposit(await signPermit(wallet, settings, amount))),
    confirm: relayFollowed,
  }
}

/** Free money back to the wallet that owns it. */
export function withdrawStep({ title, amount, settings }: MoneyStep): WalletStep {
  return {
    key: 'withdraw',
    title,
    send: async (wallet) => {
      const { address } = wallet
      const withdrawal = {
        account: address,
        to: address,
        amount,
        nonce: freshNonce(),
        expiry: await signatureDeadline(wallet),
      }
      const bank = { chainId: settings.chainId, escrow: settings.contracts.Escrow }
      const { message, ...data } = withdrawalTypedData(bank, withdrawal)
      const signature = await wallet.signTypedData({ ...data, message: { ...message } })
      return relayOf(await requestWithdrawal({ withdrawal, signature }))
    },
    confirm: relayFollowed,
  }
}

function relayOf(queued: Decision<string>): string {
  if (!queued.ok) throw refused(queued.refusal)
  return queued.value
}
