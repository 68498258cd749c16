/** What a member of the market may do. The position of a name is its code on chain. */
import { codeOf } from '../units/codes'

export const ROLES = ['None', 'Retailer', 'Generator', 'Grid', 'Exchange', 'Storage', 'ChargingPoint'] as const
export type Role = (typeof ROLES)[number]

/** Mirrors MemberRegistry: an account's roles are one number with a bit for each. */
export function roleBit(role: Role): bigint {
  return 1n << BigInt(codeOf(ROLES, role))
}

export function rolesOf(bits: bigint): Role[] {
  return ROLES.filter((role) => role !== 'None' && (bits & roleBit(role)) !== 0n)
}
