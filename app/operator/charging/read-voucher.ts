import type { WalletSettings } from '@/components/wallet/market-chain'
import { creditFromId } from '@/lib/chain/coding/credit'
import { voucherFromText, type SignedVoucher } from '@/lib/chain/coding/voucher'
import { voucherSigner, type SignedBy } from '@/lib/chain/coding/voucher-signer'
import type { CreditsPlace } from '@/lib/chain/intents/credits'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { checkVoucher } from '@/lib/domain/surplus/check-voucher'
import type { Address } from '@/lib/domain/units/hex'

export interface CheckedVoucher extends SignedVoucher {
  text: string
  /** Of the delivery period. */
  start: number
  signedBy: SignedBy
}

export function placeOf({ chainId, contracts }: WalletSettings): CreditsPlace {
  return { chainId, energyCredits: contracts.EnergyCredits }
}

/** Everything that can be told of a voucher without the network. By this device's clock. */
export async function readVoucher(
  text: string,
  { place, station, taken }: { place: CreditsPlace; station: Address; taken: readonly string[] },
): Promise<Decision<CheckedVoucher>> {
  const read = voucherFromText(text, place)
  if (!read.ok) return read
  const { voucher } = read.value
  const nonceOf = (other: string) => {
    const one = voucherFromText(other, place)
    return one.ok && one.value.voucher.account === voucher.account ? one.value.voucher.nonce : null
  }
  // A voucher is good once: another text with its number is the same voucher.
  if (taken.some((other) => nonceOf(other) === voucher.nonce)) return refuse('VoucherTakenBefore')
  const { kind, start, expiry: storedUntil } = creditFromId(voucher.creditId)
  const checked = checkVoucher({ ...voucher, kind, storedUntil }, { station, now: Math.floor(Date.now() / 1_000) })
  if (!checked.ok) return checked
  return ok({ ...read.value, text, start, signedBy: await voucherSigner(read.value, place) })
}
