/** Who takes part, and what they are called. */
import type { Tx } from '../client'
import { storableText } from '../stored/json'

export const PROFILE_KINDS = [
  'household',
  'business',
  'retailer',
  'grid',
  'exchange',
  'storage',
  'charging',
  'government',
  'pool',
] as const
export type ProfileKind = (typeof PROFILE_KINDS)[number]

export interface Profile {
  address: string
  name: string
  kind: ProfileKind
  place?: string
}

/** Companies that deal with everybody; a name of anybody else is for its counterparties only. */
const PUBLIC_KINDS: readonly ProfileKind[] = ['retailer', 'grid', 'exchange', 'storage', 'charging']
/** Bits above these stand for no role that exists. */
const ROLE_BITS = 0xffffn

export async function saveMemberRoles(tx: Tx, member: { address: string; roles: bigint }): Promise<void> {
  const address = member.address.toLowerCase()
  const roles = Number(member.roles & ROLE_BITS)
  await tx.member.upsert({ where: { address }, create: { address, roles }, update: { roles } })
}

export async function saveMemberSuspended(tx: Tx, member: { address: string; suspended: boolean }): Promise<void> {
  const { suspended } = member
  await tx.member.updateMany({ where: { address: member.address.toLowerCase() }, data: { suspended } })
}

export async function saveMemberGroup(tx: Tx, { address, number }: { address: string; number: bigint }): Promise<void> {
  await tx.memberGroup.upsert({ where: { address }, create: { address, number }, update: { number } })
}

export async function saveProfile(tx: Tx, profile: Profile): Promise<void> {
  const address = profile.address.toLowerCase()
  const data = { name: storableText(profile.name), kind: profile.kind, place: profile.place ?? null }
  await tx.profile.upsert({ where: { address }, create: { address, ...data }, update: data })
  const { name } = data
  if (PUBLIC_KINDS.includes(profile.kind)) {
    await tx.publicProfile.upsert({ where: { address }, create: { address, name }, update: { name } })
  } else {
    await tx.publicProfile.deleteMany({ where: { address } })
  }
}
