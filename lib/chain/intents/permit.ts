/** Lets the escrow take a deposit without gas (ERC-2612). Safe for the client. */
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'

export interface Permit {
  owner: Address
  spender: Address
  value: Micro
  nonce: bigint
  /** Last second at which the permit can be used. */
  deadline: number
}

/** What the relayer needs to use a permit: the nonce is implied. */
export interface SignedPermit {
  amount: Micro
  deadline: number
  signature: Hex
}

export const permitTypes = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** The token's own EIP-712 domain: tokens differ in name and version. */
export interface TokenDomain {
  chainId: number
  token: Address
  name: string
  version: string
}

export function permitTypedData({ chainId, token, name, version }: TokenDomain, permit: Permit) {
  return {
    domain: { name, version, chainId, verifyingContract: token },
    types: permitTypes,
    primaryType: 'Permit',
    message: { ...permit, deadline: BigInt(permit.deadline) },
  } as const
}
