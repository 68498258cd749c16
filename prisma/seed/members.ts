/** What the demo's members are called. Names of people and meters stay in the database. */
import { asWorker } from '@/lib/db/client'
import { saveProfile, type Profile } from '@/lib/db/write/members'
import { RETAILERS, type RetailerKey } from './plan'
import { consumer, exchange, government, grid, retailers, subsidyPool } from './wallets'
import type { SeedYear } from './year'

/** A member that a newcomer can act as. */
export type DemoMember = { name: string; role: 'consumer' | 'retailer' | 'grid' | 'exchange'; address: string }

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
  const consumers = year.consumers.map(({ source }, position) => ({
    name: source.title,
    role: 'consumer' as const,
    address: consumer(position).address,
  }))
  return [...consumers, ...companies]
}

export async function saveProfiles(year: SeedYear): Promise<void> {
  const profiles: Profile[] = [
    ...year.consumers.map(({ source }, position): Profile => {
      const kind = source.kind === 'industrial' ? 'business' : 'household'
      return { address: consumer(position).address, name: source.title, kind }
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
