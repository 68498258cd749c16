/** Members of the demo market, and how they send what is theirs. */
import type { HDAccount } from 'viem/accounts'
import { DEMO_INDEX, demoAccount, demoConsumer, demoRetailer } from '@/lib/chain/demo-keys'
import type { RetailerKey } from './plan'

export const exchange = demoAccount(DEMO_INDEX.exchange)
export const grid = demoAccount(DEMO_INDEX.grid)
export const government = demoAccount(DEMO_INDEX.government)
export const subsidyPool = demoAccount(DEMO_INDEX.subsidyPool)
export const storage = demoAccount(DEMO_INDEX.storage)
export const chargingPoint = demoAccount(DEMO_INDEX.chargingPoint)
export const minter = demoAccount(DEMO_INDEX.deployer)
export const retailers: Record<RetailerKey, HDAccount> = { clearwater: demoRetailer(0), northgate: demoRetailer(1) }
export const consumer = demoConsumer

export { sendAs as send } from '@/lib/chain/demo-wallet'
