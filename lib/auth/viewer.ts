/** Who is asking. Every page, action and route that shows or changes something owned calls one of these itself. */
import 'server-only'
import { getServerSession } from 'next-auth'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { memberOf, profileOf } from '@/lib/db/read/members'
import type { Address } from '@/lib/domain/units/hex'
import { authOptions } from './options'

export type ViewerRole = 'consumer' | 'retailer' | 'grid' | 'exchange'

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
  return { address, name: profile?.name ?? member.name ?? `${address.slice(0, 6)}…${address.slice(-4)}`, roles }
})

/** @param path Where to come back to after signing in. */
type Require = (path: string) => Promise<SignedInViewer>

export const requireConsumer: Require = (path) => requireRole(['consumer'], path)
export const requireRetailer: Require = (path) => requireRole(['retailer'], path)
export const requireExchange: Require = (path) => requireRole(['exchange'], path)
export const requireOperator: Require = (path) => requireRole(['grid', 'exchange'], path)

/** Sends whoever may not see this to sign in, where they can choose another account. */
async function requireRole(roles: readonly ViewerRole[], path: string): Promise<SignedInViewer> {
  const viewer = await getViewer()
  if (viewer && viewer.roles.some((role) => roles.includes(role))) return viewer
  redirect(`/sign-in?${new URLSearchParams({ callbackUrl: path }).toString()}`)
}
