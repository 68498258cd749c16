import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { confirmCall, sendCall } from '@/components/wallet/transaction'
import type { SignedVoucher } from '@/lib/chain/coding/voucher'
import { redeemCall } from '@/lib/chain/intents/credits'
import type { Hex } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'

export interface RedeemStep extends SignedVoucher {
  title: string
  settings: WalletSettings
  energy: Wh
}

/** The contract listens to the charging point alone: it sends the transaction itself. */
export function redeemStep({ title, settings, voucher, signature, energy }: RedeemStep): WalletStep {
  return {
    key: 'redeem',
    title,
    send: (wallet) => sendCall(wallet, redeemCall(settings.contracts, voucher, energy, signature)),
    confirm: (hash, wallet) => confirmCall(hash as Hex, wallet),
  }
}
