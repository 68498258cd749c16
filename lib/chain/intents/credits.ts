/** What owners of energy credits sign. Safe for the client. Mirrors EnergyCredits and its domain. */
import { encodeFunctionData } from 'viem'
import type { PublishedFeedIn, StorageTerms } from '@/lib/domain/surplus/credits'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'
import { energyCreditsAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

interface CreditIntent {
  account: Address
  creditId: bigint
  nonce: bigint
  /** Last second at which the signature counts. */
  expiry: number
}

export interface Storing extends CreditIntent {
  storageId: number
  energy: Wh
}

export interface Returning extends CreditIntent {
  energy: Wh
}

/** A charging point may present it later, without having been online: each has a nonce key of its own. */
export interface Voucher extends CreditIntent {
  most: Wh
  /** The only station that may present it; the zero address if any may. */
  station: Address
}

export const creditTypes = {
  Storing: [
    { name: 'account', type: 'address' },
    { name: 'creditId', type: 'uint256' },
    { name: 'storageId', type: 'uint32' },
    { name: 'energyWh', type: 'uint64' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
  Returning: [
    { name: 'account', type: 'address' },
    { name: 'creditId', type: 'uint256' },
    { name: 'energyWh', type: 'uint64' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
  Voucher: [
    { name: 'account', type: 'address' },
    { name: 'creditId', type: 'uint256' },
    { name: 'mostWh', type: 'uint64' },
    { name: 'station', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
} as const

export interface CreditsPlace {
  chainId: number
  energyCredits: Address
}

const domainOf = ({ chainId, energyCredits }: CreditsPlace) =>
  ({ name: 'Switchyard Credits', version: '1', chainId, verifyingContract: energyCredits }) as const

export function storingTypedData(place: CreditsPlace, { energy, ...storing }: Storing) {
  const message = { ...storing, energyWh: energy }
  return { domain: domainOf(place), types: { Storing: creditTypes.Storing }, primaryType: 'Storing', message } as const
}

export function returningTypedData(place: CreditsPlace, { energy, ...returning }: Returning) {
  const types = { Returning: creditTypes.Returning }
  return {
    domain: domainOf(place),
    types,
    primaryType: 'Returning',
    message: { ...returning, energyWh: energy },
  } as const
}

export function voucherTypedData(place: CreditsPlace, { most, ...voucher }: Voucher) {
  const message = { ...voucher, mostWh: most }
  return { domain: domainOf(place), types: { Voucher: creditTypes.Voucher }, primaryType: 'Voucher', message } as const
}

/** Keys from 1 on are 192 random bits; key 0 counts the account's other intents. Its first nonce is the key alone. */
export function voucherNonce(key: bigint): bigint {
  if (key <= 0n || key >> 192n !== 0n) throw new RangeError('a nonce key has 1 to 192 bits')
  return key << 64n
}

const credits = (at: ContractAddresses, data: Hex): Call => ({ to: at.EnergyCredits, data })

export function storeCall(at: ContractAddresses, storing: Storing, signature: Hex): Call {
  const args = [storing, signature] as const
  return credits(at, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'store', args }))
}

export function returnToGridCall(at: ContractAddresses, returning: Returning, signature: Hex): Call {
  const args = [returning, signature] as const
  return credits(at, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'returnToGrid', args }))
}

/** For the charging point's wallet. */
export function redeemCall(at: ContractAddresses, voucher: Voucher, energy: Wh, signature: Hex): Call {
  const args = [voucher, energy, signature] as const
  return credits(at, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'redeem', args }))
}

/** For a storage operator's wallet. */
export function offerStorageCall(at: ContractAddresses, terms: StorageTerms): Call {
  const args = [{ ...terms, efficiency: Number(terms.efficiency) }] as const
  return credits(at, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'offerStorage', args }))
}

/** For a storage operator's wallet: it takes nothing more, and what is stored stays. */
export function closeStorageCall(at: ContractAddresses, storageId: number): Call {
  const args = [storageId] as const
  return credits(at, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'closeStorage', args }))
}

/** For the exchange's wallet: what a grid company pays, once and for ever. */
export function publishFeedInCall(at: ContractAddresses, { region, start, payer, price }: PublishedFeedIn): Call {
  const args = [region, start, { payer, price }] as const
  return credits(at, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'publishFeedIn', args }))
}
