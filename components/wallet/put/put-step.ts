import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { confirmCall, sendCall } from '@/components/wallet/transaction'
import { putCall } from '@/lib/chain/intents/surplus'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Hex } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'

export interface PutStep {
  title: string
  settings: WalletSettings
  creditId: bigint
  energy: Wh
  /** Of the agreement. */
  terms: Terms
}

/** The contract listens to the holder alone: it sends the transaction itself. No period: nothing contracted is moved. */
export function putStep({ title, settings, terms, ...put }: PutStep): WalletStep {
  const call = putCall(settings.contracts, { ...put, agreement: { terms, period: 0 } })
  return {
    key: 'put',
    title,
    send: (wallet) => sendCall(wallet, call),
    confirm: (hash, wallet) => confirmCall(hash as Hex, wallet),
  }
}
