/** What the demo's members are called. Names of people and meters stay in the database. */
import { asWorker } from '@/lib/db/client'
import { saveProfile, type Profile } from '@/lib/db/write/members'
import type { SeriesSource } from '@/lib/formats/measured-years'
import { RETAILERS, type RetailerKey } from './plan'
import { chargingPoint, consumer, exchange, government, grid, retailers, storage, subsidyPool } from './wallets'
import type { SeedYear } from './year'

/** A member that a newcomer can act as. */
export type DemoMember = {
  name: string
  role: 'household' | 'business' | 'retailer' | 'grid' | 'exchange' | 'storage' | 'charging'
  address: string
}

const EXCHANGE_NAME = 'Hubei Power Exchange (demo)'
const GRID_NAME = 'Hubei Grid Company (demo)'
const STORAGE_NAME = 'East Lake Storage'
const CHARGING_NAME = 'Optics Valley Charging'

export function demoMembers(year: SeedYear): DemoMember[] {
  const companies: DemoMember[] = [
    ...(Object.keys(RETAILERS) as RetailerKey[]).map((key) => ({
      name: RETAILERS[key],
      role: 'retailer' as const,
      address: retailers[key].address,
    })),
    { name: GRID_NAME, role: 'grid', address: grid.address },
    { name: EXCHANGE_NAME, role: 'exchange', address: exchange.address },
    { name: STORAGE_NAME, role: 'storage', address: storage.address },
    { name: CHARGING_NAME, role: 'charging', address: chargingPoint.address },
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
    { address: storage.address, name: STORAGE_NAME, kind: 'storage' },
    { address: chargingPoint.address, name: CHARGING_NAME, kind: 'charging' },
    { address: government.address, name: 'Government funds', kind: 'government' },
    { address: subsidyPool.address, name: 'Cross-subsidy pool', kind: 'pool' },
  ]
  await asWorker(async (tx) => {
    for (const profile of profiles) await saveProfile(tx, profile)
  })
}

const kindOf = ({ kind }: SeriesSource): 'household' | 'business' => (kind === 'industrial' ? 'business' : 'household')
