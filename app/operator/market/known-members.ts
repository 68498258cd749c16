import { memberOf, type MemberRow } from '@/lib/db/read/members'
import type { OfferRow } from '@/lib/db/read/offers'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Address } from '@/lib/domain/units/hex'

export interface MemberSources {
  viewer: { address: Address }
  latest: readonly TariffTable[]
  offers: readonly OfferRow[]
}

/** The exchange itself, whoever is paid by a tariff table as grid, and every retailer with an offer on the market. */
export async function knownMembers({ viewer, latest, offers }: MemberSources): Promise<MemberRow[]> {
  const grids = latest.map(({ grid }) => grid.toLowerCase())
  const accounts = new Set([viewer.address.toLowerCase(), ...grids, ...offers.map(({ retailer }) => retailer)])
  const members = await Promise.all([...accounts].map((account) => memberOf(account, viewer)))
  return members.sort((a, b) => (a.name ?? a.address).localeCompare(b.name ?? b.address))
}
