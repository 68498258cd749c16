/** Who is asking. Every page, action and route that shows or changes something owned calls one of these itself. */
import 'server-only'
import { getServerSession } from 'next-auth'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { memberOf, profileOf } from '@/lib/db/read/members'
import type { Address } from '@/lib/domain/units/hex'
import type { RefusalName } from '@/lib/errors'
import { authOptions } from './options'

export type ViewerRole = 'consumer' | 'retailer' | 'grid' | 'exchange' | 'chargingPoint' | 'storage'

export interface SignedInViewer {
  address: Address
  name: string
  roles: ViewerRole[]
}

const COMPANY_ROLES = { Retailer: 'retailer', Grid: 'grid', Exchange: 'exchange' } as const

/** The signed-in account with its roles of this moment, or null. Asked once per request. */
export const getViewer = cache(async (): Promise<SignedInViewer | null> => {
  const session = (await getServerSession(authOptions())) as { address?: string } | null
  if (!session?.address) return null
  const address = session.address as Address
  const [member, profile] = [await memberOf(address, { address }), await profileOf({ address })]
  const company = member.roles.flatMap((role) =>
    role in COMPANY_ROLES ? [COMPANY_ROLES[role as keyof typeof COMPANY_ROLES]] : [],
  )
  // Whoever is no company may be a customer: what it can see is what its account owns.
  const roles: ViewerRole[] = company.length > 0 ? company : ['consumer']
  // It buys what it charges cars with: it is a customer, too.
  if (member.roles.includes('ChargingPoint')) roles.push('chargingPoint')
  if (member.roles.includes('Storage')) roles.push('storage')
  return { address, name: profile?.name ?? member.name ?? `${address.slice(0, 6)}…${address.slice(-4)}`, roles }
})

/** Why a page of another role is not shown to a member. */
export const roleRefusals = [
  'NotConsumer',
  'NotRetailer',
  'NotExchange',
  'NotOperator',
  'NotGrid',
  'NotChargingPoint',
  'NotStorage',
] as const satisfies RefusalName[]
type RoleRefusal = (typeof roleRefusals)[number]

/** @param path Where to come back to after signing in. */
type Require = (path: string) => Promise<SignedInViewer>

export const requireConsumer: Require = (path) => requireRole(['consumer'], 'NotConsumer', path)
export const requireRetailer: Require = (path) => requireRole(['retailer'], 'NotRetailer', path)
export const requireGrid: Require = (path) => requireRole(['grid'], 'NotGrid', path)
export const requireExchange: Require = (path) => requireRole(['exchange'], 'NotExchange', path)
export const requireChargingPoint: Require = (path) => requireRole(['chargingPoint'], 'NotChargingPoint', path)
export const requireStorage: Require = (path) => requireRole(['storage'], 'NotStorage', path)
export const requireOperator: Require = (path) => requireRole(['grid', 'exchange'], 'NotOperator', path)

/** Sends whoever may not see this to sign in, which says why and lets them choose another account. */
async function requireRole(roles: readonly ViewerRole[], refusal: RoleRefusal, path: string): Promise<SignedInViewer> {
  const viewer = await getViewer()
  if (viewer && viewer.roles.some((role) => roles.includes(role))) return viewer
  const query = new URLSearchParams({ callbackUrl: path })
  if (viewer) query.set('refusal', refusal)
  redirect(`/sign-in?${query.toString()}`)
}
