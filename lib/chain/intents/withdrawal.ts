/** Pays out of the signer's free balance. Safe for the client. Mirrors Escrow.WITHDRAWAL_TYPEHASH and its domain. */
import type { Address } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'

export interface Withdrawal {
  account: Address
  to: Address
  amount: Micro
  nonce: bigint
  /** Last second at which the signature counts. */
  expiry: number
}

export const withdrawalTypes = {
  Withdrawal: [
    { name: 'account', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'amount', type: 'uint128' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
} as const

export function withdrawalTypedData(bank: { chainId: number; escrow: Address }, withdrawal: Withdrawal) {
  return {
    domain: { name: 'Switchyard Escrow', version: '1', chainId: bank.chainId, verifyingContract: bank.escrow },
    types: withdrawalTypes,
    primaryType: 'Withdrawal',
    message: withdrawal,
  } as const
}
