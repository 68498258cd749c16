/** What the demo's members are called. Names of people and meters stay in the database. */
import { asWorker } from '@/lib/db/client'
import { saveProfile, type Profile } from '@/lib/db/write/members'
import type { SeriesSource } from '@/lib/formats/measured-years'
import { RETAILERS, type RetailerKey } from './plan'
import { consumer, exchange, government, grid, retailers, subsidyPool } from './wallets'
import type { SeedYear } from './year'

/** A member that a newcomer can act as. */
export type DemoMember = {
  name: string
  role: 'household' | 'business' | 'retailer' | 'grid' | 'exchange'
  address: string
}

const EXCHANGE_NAME = 'Hubei Power Exchange (demo)'
const GRID_NAME = 'Hubei Grid Company (demo)'

export function demoMembers(year: SeedYear): DemoMember[] {
  const companies: DemoMember[] = [
    ...(Object.keys(RETAILERS) as RetailerKey[]).map((key) => ({
      name: RETAILERS[key],
      role: 'retailer' as const,
      address: retailers[key].address,
    })),
    { name: GRID_NAME, role: 'grid', address: grid.address },
    { name: EXCHANGE_NAME, role: 'exchange', address: exchange.address },
  ]
  const consumers = year.consumers.map(
    ({ source }, position): DemoMember => ({
      name: source.title,
      role: kindOf(source),
      address: consumer(position).address,
    }),
  )
  return [...consumers, ...companies]
}

export async function saveProfiles(year: SeedYear): Promise<void> {
  const profiles: Profile[] = [
    ...year.consumers.map(({ source }, position): Profile => {
      return { address: consumer(position).address, name: source.title, kind: kindOf(source) }
    }),
    ...(Object.keys(RETAILERS) as RetailerKey[]).map((key): Profile => {
      return { address: retailers[key].address, name: RETAILERS[key], kind: 'retailer' }
    }),
    { address: grid.address, name: GRID_NAME, kind: 'grid' },
    { address: exchange.address, name: EXCHANGE_NAME, kind: 'exchange' },
    { address: government.address, name: 'Government funds', kind: 'government' },
    { address: subsidyPool.address, name: 'Cross-subsidy pool', kind: 'pool' },
  ]
  await asWorker(async (tx) => {
    for (const profile of profiles) await saveProfile(tx, profile)
  })
}

const kindOf = ({ kind }: SeriesSource): 'household' | 'business' => (kind === 'industrial' ? 'business' : 'household')
