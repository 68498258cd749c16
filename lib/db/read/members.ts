import { rolesOf, type Role } from '@/lib/domain/members/role'
import { asViewer, type Tx, type Viewer } from '../client'
import type { ProfileKind } from '../write/members'
import { namesOf } from './names'

export interface MemberRow {
  address: string
  /** Null if the viewer may not know it. */
  name: string | null
  /** None while suspended. */
  roles: Role[]
  suspended: boolean
}

export interface ProfileRow {
  address: string
  name: string
  kind: ProfileKind
  place: string | null
}

/** Any account may be asked for: one the exchange never admitted has no roles. */
export async function memberOf(address: string, viewer: Viewer | null = null): Promise<MemberRow> {
  return asViewer(viewer, (tx) => memberIn(tx, address.toLowerCase()))
}

/** Every account the exchange admitted, suspended ones too. */
export async function listMembers(): Promise<MemberRow[]> {
  return asViewer(null, async (tx) => {
    const rows = await tx.member.findMany({ orderBy: { address: 'asc' } })
    const names = await namesOf(
      tx,
      rows.map(({ address }) => address),
    )
    return rows.map(({ address, roles, suspended }) => ({
      address,
      name: names.get(address) ?? null,
      roles: suspended ? [] : rolesOf(BigInt(roles)),
      suspended,
    }))
  })
}

async function memberIn(tx: Tx, address: string): Promise<MemberRow> {
  const [member, names] = [await tx.member.findUnique({ where: { address } }), await namesOf(tx, [address])]
  const suspended = member?.suspended ?? false
  const roles = member && !suspended ? rolesOf(BigInt(member.roles)) : []
  return { address, name: names.get(address) ?? null, roles, suspended }
}

export async function profileOf(viewer: Viewer): Promise<ProfileRow | null> {
  const address = viewer.address.toLowerCase()
  const row = await asViewer(viewer, (tx) => tx.profile.findUnique({ where: { address } }))
  return row && { ...row, kind: row.kind as ProfileKind }
}
