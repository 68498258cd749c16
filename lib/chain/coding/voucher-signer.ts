/** Who signed a voucher, as far as it can be told without the network. */
import { concatHex, numberToHex, recoverAddress, recoverTypedDataAddress } from 'viem'
import { sameHex, ZERO_HASH } from '@/lib/domain/units/hex'
import { voucherTypedData, type CreditsPlace } from '../intents/credits'
import type { SignedVoucher } from './voucher'

/** Signed by the owner's own key; or a contract wallet may vouch for it, which only the network can tell. */
export type SignedBy = 'owner' | 'unknown'

/** Of somebody, under the zero hash: r and s are one. */
const SAMPLE = concatHex([numberToHex(1n, { size: 32 }), numberToHex(1n, { size: 32 }), '0x1b'])

/** The curve comes with its first use: whoever has to check without the network later asks for it while there is one. */
export async function prepareVoucherSigner(): Promise<boolean> {
  try {
    return Boolean(await recoverAddress({ hash: ZERO_HASH, signature: SAMPLE }))
  } catch {
    return false
  }
}

export async function voucherSigner({ voucher, signature }: SignedVoucher, place: CreditsPlace): Promise<SignedBy> {
  try {
    const signer = await recoverTypedDataAddress({ ...voucherTypedData(place, voucher), signature })
    return sameHex(signer, voucher.account) ? 'owner' : 'unknown'
  } catch {
    // No signature of a key at all.
    return 'unknown'
  }
}
