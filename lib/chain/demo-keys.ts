/**
 * The accounts of the demo market. Their keys derive from the test mnemonic that every development node publishes, so
 * everybody has them. Warning: nothing outside the demo may ever be owed to one of these accounts; lib/env.ts refuses
 * them in production.
 */
import { bytesToHex } from 'viem'
import { mnemonicToAccount, type HDAccount } from 'viem/accounts'
import type { Hex } from '@/lib/domain/units/hex'

const DEMO_MNEMONIC = 'test test test test test test test test test test test junk'

/** Position of each role in the mnemonic's accounts. Retailers take three, consumers the tenth up to those at the end. */
export const DEMO_INDEX = {
  deployer: 0,
  relayer: 1,
  exchange: 2,
  grid: 3,
  government: 4,
  subsidyPool: 5,
  guardian: 6,
  firstRetailer: 7,
  firstConsumer: 10,
  storage: 45,
  chargingPoint: 46,
} as const

/** Accounts that production refuses: those the demo uses, and those any development node funds. */
const KNOWN_ACCOUNTS = 50

const accounts = new Map<number, HDAccount>()

export function demoAccount(index: number): HDAccount {
  const known = accounts.get(index)
  if (known) return known
  const account = mnemonicToAccount(DEMO_MNEMONIC, { addressIndex: index })
  accounts.set(index, account)
  return account
}

export function demoKey(index: number): Hex {
  const key = demoAccount(index).getHdKey().privateKey
  if (!key) throw new Error('the demo mnemonic has private keys')
  return bytesToHex(key)
}

export const demoRetailer = (position: number): HDAccount => demoAccount(DEMO_INDEX.firstRetailer + position)
export const demoConsumer = (position: number): HDAccount => demoAccount(DEMO_INDEX.firstConsumer + position)

export function isDemoKey(key: string): boolean {
  return Array.from({ length: KNOWN_ACCOUNTS }, (_, index) => demoKey(index)).includes(key.toLowerCase() as Hex)
}

export function isDemoAccount(address: string): boolean {
  const known = (_: unknown, index: number) => demoAccount(index).address.toLowerCase()
  return Array.from({ length: KNOWN_ACCOUNTS }, known).includes(address.toLowerCase())
}
