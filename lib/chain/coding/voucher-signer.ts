/** Who signed a voucher, as far as it can be told without the network. */
import { recoverTypedDataAddress } from 'viem'
import { sameHex } from '@/lib/domain/units/hex'
import { voucherTypedData, type CreditsPlace } from '../intents/credits'
import type { SignedVoucher } from './voucher'

/** Signed by the owner's own key; or a contract wallet may vouch for it, which only the network can tell. */
export type SignedBy = 'owner' | 'unknown'

export async function voucherSigner({ voucher, signature }: SignedVoucher, place: CreditsPlace): Promise<SignedBy> {
  try {
    const signer = await recoverTypedDataAddress({ ...voucherTypedData(place, voucher), signature })
    return sameHex(signer, voucher.account) ? 'owner' : 'unknown'
  } catch {
    // No signature of a key at all.
    return 'unknown'
  }
}
