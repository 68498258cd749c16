/** State of the contracts at the head, for decisions that cannot wait for the follower. Pages read rows instead. */
import type { Address, Hex } from '@/lib/domain/units/hex'
import { micro, watt, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { CUSTOMER_CLASSES, OFFER_STATUSES, type OfferStatus } from '@/lib/domain/offers/offer'
import type { SupplyPoint } from '@/lib/domain/metering/meter'
import { ROLES, type Role } from '@/lib/domain/members/role'
import { ACTIVITIES, type Activity } from '@/lib/domain/safety/activity'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { TermState } from '@/lib/domain/agreements/can-end'
import { marketClient } from './client'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { tableToStruct } from './coding/tariff'
import {
  agreementBookAbi,
  circuitBreakerAbi,
  escrowAbi,
  memberRegistryAbi,
  meterRegistryAbi,
  offerBookAbi,
  revisionsAbi,
  settlementTokenAbi,
  tariffBookAbi,
} from './contracts'
import { contractAddress, deployment } from './deployment'
import type { TokenDomain } from './intents/permit'
import { refusalOf } from './refusal'

const NO_HASH = `0x${'0'.repeat(64)}` as Hex

export interface EscrowBalance {
  free: Micro
  locked: Micro
}

export async function escrowAccountOf(account: Address): Promise<EscrowBalance> {
  const call = { address: contractAddress('Escrow'), abi: escrowAbi, functionName: 'accountOf' } as const
  const { free, locked } = await marketClient().readContract({ ...call, args: [account] })
  return { free: micro(free), locked: micro(locked) }
}

/** What an account still owes: money that comes pays it first. */
export async function debtOf(account: Address): Promise<Micro> {
  const call = { address: contractAddress('Escrow'), abi: escrowAbi, functionName: 'debtsOf' } as const
  const debts = await marketClient().readContract({ ...call, args: [account] })
  return micro(debts.reduce((sum, { amount }) => sum + amount, 0n))
}

/** Money an account holds outside the market, in the settlement token. */
export async function tokenBalanceOf(account: Address): Promise<Micro> {
  const call = {
    address: contractAddress('SettlementToken'),
    abi: settlementTokenAbi,
    functionName: 'balanceOf',
  } as const
  return micro(await marketClient().readContract({ ...call, args: [account] }))
}

export interface IntentNonces {
  agreement: bigint
  withdrawal: bigint
  permit: bigint
}

/** The next nonce of every intent an account can sign. */
export async function noncesOf(account: Address): Promise<IntentNonces> {
  const client = marketClient()
  const nonces = { functionName: 'nonces', args: [account] } as const
  const [agreement, withdrawal, permit] = await Promise.all([
    client.readContract({ address: contractAddress('AgreementBook'), abi: agreementBookAbi, ...nonces }),
    client.readContract({ address: contractAddress('Escrow'), abi: escrowAbi, ...nonces }),
    client.readContract({ address: contractAddress('SettlementToken'), abi: settlementTokenAbi, ...nonces }),
  ])
  return { agreement, withdrawal, permit }
}

export function tokenDomain(): TokenDomain {
  const { chainId, token } = deployment()
  return { chainId, token: contractAddress('SettlementToken'), name: token.name, version: token.version }
}

export interface AgreementState {
  signedAt: number
  settledUntil: number
  /** Where a switch or a notice cuts the term; null if nothing does. */
  endsAt: number | null
  periods: number
  termPeriods: number
  ended: boolean
  deposit: Micro
}

const ENDED = 1

/** Null if there is no such agreement. */
export async function agreementStateOf(agreementId: Hex): Promise<AgreementState | null> {
  const call = { address: contractAddress('AgreementBook'), abi: agreementBookAbi, functionName: 'stateOf' } as const
  const { flags, endsAt, deposit, ...state } = await marketClient().readContract({ ...call, args: [agreementId] })
  if (state.signedAt === 0) return null
  return { ...state, endsAt: endsAt || null, ended: (flags & ENDED) !== 0, deposit: micro(deposit) }
}

/** The agreement that follows where one ends; null if none. */
export async function successorOf(agreementId: Hex): Promise<Hex | null> {
  const call = {
    address: contractAddress('AgreementBook'),
    abi: agreementBookAbi,
    functionName: 'successorOf',
  } as const
  const id = await marketClient().readContract({ ...call, args: [agreementId] })
  return id === NO_HASH ? null : id
}

/** What decides whether a term can be cut or undone; null if there is no such agreement. */
export async function termStateOf(agreementId: Hex): Promise<TermState | null> {
  const [state, successor] = await Promise.all([agreementStateOf(agreementId), successorOf(agreementId)])
  return state && { agreementId, ...state, successor }
}

/** The agreement that supplies a meter or will; null if none. */
export async function agreementOfMeter(meterId: Hex): Promise<Hex | null> {
  const call = {
    address: contractAddress('AgreementBook'),
    abi: agreementBookAbi,
    functionName: 'agreementOf',
  } as const
  const id = await marketClient().readContract({ ...call, args: [meterId] })
  return id === NO_HASH ? null : id
}

/** What a bill rests on that can be made again, as a hash: see openBillHash in ids.ts. Null if it cannot. */
export async function openBillOf(agreementId: Hex, index: number): Promise<Hex | null> {
  const call = { address: contractAddress('Revisions'), abi: revisionsAbi, functionName: 'openBill' } as const
  const hash = await marketClient().readContract({ ...call, args: [agreementId, index] })
  return hash === NO_HASH ? null : hash
}

/** Where the bill that closed a contract year ended; null while the year is open, and on monthly basis. Years count from zero. */
export async function yearClosedAt(agreementId: Hex, year: number): Promise<number | null> {
  const call = { address: contractAddress('Revisions'), abi: revisionsAbi, functionName: 'yearOf' } as const
  const [, , , closedAt] = await marketClient().readContract({ ...call, args: [agreementId, BigInt(year)] })
  return closedAt || null
}

export interface OfferState {
  status: OfferStatus
  sold: Wh
}

export async function offerStateOf(offerId: Hex): Promise<OfferState> {
  const call = { address: contractAddress('OfferBook'), abi: offerBookAbi, functionName: 'stateOf' } as const
  const { status, sold } = await marketClient().readContract({ ...call, args: [offerId] })
  return { status: nameOf(OFFER_STATUSES, status), sold: wh(sold) }
}

/** Null if the meter is not registered. */
export async function supplyPointOf(meterId: Hex): Promise<SupplyPoint | null> {
  const call = {
    address: contractAddress('MeterRegistry'),
    abi: meterRegistryAbi,
    functionName: 'supplyPoint',
  } as const
  try {
    const point = await marketClient().readContract({ ...call, args: [meterId] })
    return {
      holder: point.holder.toLowerCase() as Address,
      region: point.region,
      voltageClass: point.voltageClass,
      customerClass: nameOf(CUSTOMER_CLASSES, point.customerClass),
      capacity: watt(BigInt(point.capacity)),
    }
  } catch (error) {
    if (refusalOf(error)?.name === 'MeterUnknown') return null
    throw error
  }
}

export async function isMeterRegistered(meterId: Hex): Promise<boolean> {
  return (await meterStateOf(meterId)) !== NO_HASH
}

/** Hash of a meter's facts and its last read: see meterStateHash in ids.ts. */
export async function meterStateOf(meterId: Hex): Promise<Hex> {
  const call = { address: contractAddress('MeterRegistry'), abi: meterRegistryAbi, functionName: 'stateOf' } as const
  return marketClient().readContract({ ...call, args: [meterId] })
}

/** End of the period that starts at an instant; null if none does. */
export async function periodEndOf(start: number): Promise<number | null> {
  const call = { address: contractAddress('TariffBook'), abi: tariffBookAbi, functionName: 'periodEnd' } as const
  return (await marketClient().readContract({ ...call, args: [start] })) || null
}

export async function hasRole(account: Address, role: Role): Promise<boolean> {
  const call = { address: contractAddress('MemberRegistry'), abi: memberRegistryAbi, functionName: 'hasRole' } as const
  return marketClient().readContract({ ...call, args: [account, codeOf(ROLES, role)] })
}

/** When an activity runs again; zero or past if it runs now. */
export async function pausedUntil(activity: Activity): Promise<number> {
  const call = {
    address: contractAddress('CircuitBreaker'),
    abi: circuitBreakerAbi,
    functionName: 'pausedUntil',
  } as const
  return marketClient().readContract({ ...call, args: [codeOf(ACTIVITIES, activity)] })
}

/** Whether an account, key or contract, stands behind a signed message (EIP-191, ERC-1271, ERC-6492). */
export async function verifyMessageOf(address: Address, message: string, signature: Hex): Promise<boolean> {
  return marketClient().verifyMessage({ address, message, signature })
}

/** Whether the tariff book holds exactly this table. */
export async function isTariffPublished(table: TariffTable): Promise<boolean> {
  const call = { address: contractAddress('TariffBook'), abi: tariffBookAbi, functionName: 'requirePublished' } as const
  try {
    await marketClient().readContract({ ...call, args: [tableToStruct(table)] })
    return true
  } catch (error) {
    if (refusalOf(error)?.name === 'TariffUnknown') return false
    throw error
  }
}
