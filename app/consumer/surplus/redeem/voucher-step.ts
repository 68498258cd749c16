import { bytesToHex } from 'viem'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { voucherText } from '@/lib/chain/coding/voucher'
import { voucherNonce, voucherTypedData } from '@/lib/chain/intents/credits'
import type { Address } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'

export interface VoucherWish {
  creditId: bigint
  most: Wh
  /** The zero address if any may take it. */
  station: Address
  expiry: number
}

/** One signature, and nothing else: nothing is sent anywhere, and no network is needed. `made` gets the voucher as text. */
export function voucherStep(
  { title, settings }: { title: string; settings: WalletSettings },
  wish: VoucherWish,
  made: (text: string) => void,
): WalletStep {
  const place = { chainId: settings.chainId, energyCredits: settings.contracts.EnergyCredits }
  return {
    key: 'voucher',
    title,
    send: async (wallet) => {
      const voucher = { ...wish, account: wallet.address, nonce: voucherNonce(randomKey()) }
      const signature = await wallet.signTypedData(voucherTypedData(place, voucher))
      const text = voucherText({ voucher, signature }, place)
      made(text)
      return text
    },
    confirm: async () => {},
  }
}

/** Never zero, but once in the life of many universes. */
function randomKey(): bigint {
  return BigInt(bytesToHex(crypto.getRandomValues(new Uint8Array(24)))) || 1n
}
