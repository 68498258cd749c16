/**
 * Whether a charging point may take a voucher: what can be judged without the network, as EnergyCredits.redeem judges it later.
 * Warning: not whether the credits are still there. A voucher locks nothing.
 */
import { ok, refuse, type Decision } from '../decision'
import { sameHex, ZERO_ADDRESS, type Address } from '../units/hex'
import type { Wh } from '../units/units'

export interface VoucherFacts {
  kind: 'None' | 'Exported' | 'Stored' | 'Usable'
  creditId: bigint
  most: Wh
  /** The zero address if any may present it. */
  station: Address
  /** Last second at which it counts. */
  expiry: number
  /** Of stored energy; zero otherwise. */
  storedUntil: number
}

export function checkVoucher(voucher: VoucherFacts, at: { station: Address; now: number }): Decision<null> {
  const { kind, creditId, most, station, expiry, storedUntil } = voucher
  if (!sameHex(station, ZERO_ADDRESS) && !sameHex(station, at.station))
    return refuse('VoucherForAnother', { station, caller: at.station })
  if (at.now > expiry) return refuse('IntentExpired', { expiry: BigInt(expiry) })
  if (kind === 'Stored') {
    if (at.now >= storedUntil) return refuse('StoredExpired', { creditId, expiry: BigInt(storedUntil) })
  } else if (kind !== 'Exported') return refuse('CreditKindWrong', { creditId })
  return most === 0n ? refuse('EnergyZero') : ok(null)
}

/** What was charged, against what the owner allowed. */
export function checkDelivered(most: Wh, delivered: Wh): Decision<Wh> {
  if (delivered > most) return refuse('VoucherAboveMost', { most, asked: delivered })
  return delivered === 0n ? refuse('EnergyZero') : ok(delivered)
}
