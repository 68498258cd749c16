import { createClient, http } from 'viem'
import { call } from 'viem/actions'
import { failureOf, type WalletFailure } from '@/components/wallet/failure'
import { marketChain, marketRpcUrl, type WalletSettings } from '@/components/wallet/market-chain'
import type { SignedVoucher } from '@/lib/chain/coding/voucher'
import { redeemCall } from '@/lib/chain/intents/credits'
import type { Address } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'

/** Tries the transaction without sending it. Null if it would go through. */
export async function wouldRedeem(
  settings: WalletSettings,
  station: Address,
  { voucher, signature, energy }: SignedVoucher & { energy: Wh },
): Promise<WalletFailure | null> {
  const client = createClient({ chain: marketChain(settings.chainId), transport: http(marketRpcUrl()) })
  try {
    await call(client, { account: station, ...redeemCall(settings.contracts, voucher, energy, signature) })
    return null
  } catch (error) {
    return failureOf(error)
  }
}
