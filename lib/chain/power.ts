/** Who may do what on the market's contracts: the roles of its AccessManager, as calls. */
import { encodeFunctionData, toFunctionSelector, type Abi, type AbiFunction } from 'viem'
import type { Address } from '@/lib/domain/units/hex'
import {
  accessManagerAbi,
  circuitBreakerAbi,
  memberRegistryAbi,
  modularAbi,
  offerBookAbi,
  settlementTokenAbi,
  type ContractAddresses,
  type ContractName,
} from './contracts'
import { roleBit, type Role } from '@/lib/domain/members/role'
import type { Call } from './intents/calls'

/** Zero is the administrator's role in OpenZeppelin's AccessManager. */
export const POWERS = { admin: 0n, exchange: 1n, guardian: 2n, minter: 3n } as const

/** How long a change of power is announced before it happens. */
export const POWER_DELAY_S = 2 * 86_400

/** Functions of one contract that a role may call. Everything else that is restricted belongs to the administrator. */
export const GRANTED_FUNCTIONS: { contract: ContractName; abi: Abi; names: string[]; power: bigint }[] = [
  {
    contract: 'MemberRegistry',
    abi: memberRegistryAbi,
    names: ['admit', 'suspend', 'reinstate', 'setGroup'],
    power: POWERS.exchange,
  },
  {
    contract: 'CircuitBreaker',
    abi: circuitBreakerAbi,
    names: ['pause', 'resume', 'freeze', 'thaw'],
    power: POWERS.guardian,
  },
  { contract: 'CircuitBreaker', abi: circuitBreakerAbi, names: ['setRules'], power: POWERS.exchange },
]
export const MINTING = {
  contract: 'SettlementToken',
  abi: settlementTokenAbi,
  names: ['mint'],
  power: POWERS.minter,
} as const

/** Which market contracts act on which: adding one later is delayed like every change of power. */
export const MODULES: { of: ContractName; modules: ContractName[] }[] = [
  { of: 'OfferBook', modules: ['AgreementBook'] },
  { of: 'MeterRegistry', modules: ['Settlement', 'Revisions', 'PurchaseBook'] },
  { of: 'AgreementBook', modules: ['Settlement', 'PurchaseBook', 'SurplusBook'] },
  {
    of: 'Escrow',
    modules: ['AgreementBook', 'Settlement', 'Revisions', 'PurchaseBook', 'EnergyCredits', 'SurplusMarket'],
  },
  { of: 'EnergyCredits', modules: ['SurplusBook', 'SurplusMarket', 'Autopilot'] },
  { of: 'SurplusBook', modules: ['SurplusMarket', 'Settlement', 'Revisions'] },
  { of: 'Revisions', modules: ['Settlement'] },
  { of: 'CircuitBreaker', modules: ['Settlement', 'PurchaseBook'] },
]

const manager = (at: ContractAddresses, data: Call['data']): Call => ({ to: at.AccessManager, data })

export function allowFunctionsCall(
  at: ContractAddresses,
  granted: { contract: ContractName; abi: Abi; names: readonly string[]; power: bigint },
): Call {
  const selectors = granted.abi
    .filter((entry): entry is AbiFunction => entry.type === 'function' && granted.names.includes(entry.name))
    .map((entry) => toFunctionSelector(entry))
  if (selectors.length !== granted.names.length)
    throw new Error(`${granted.contract} lacks a function of ${granted.names.join()}`)
  const args = [at[granted.contract], selectors, granted.power] as const
  return manager(at, encodeFunctionData({ abi: accessManagerAbi, functionName: 'setTargetFunctionRole', args }))
}

export function grantCall(at: ContractAddresses, grant: { power: bigint; account: Address; delay: number }): Call {
  const args = [grant.power, grant.account, grant.delay] as const
  return manager(at, encodeFunctionData({ abi: accessManagerAbi, functionName: 'grantRole', args }))
}

export function renounceCall(at: ContractAddresses, power: bigint, account: Address): Call {
  return manager(
    at,
    encodeFunctionData({ abi: accessManagerAbi, functionName: 'renounceRole', args: [power, account] }),
  )
}

export function grantDelayCall(at: ContractAddresses, power: bigint): Call {
  const args = [power, POWER_DELAY_S] as const
  return manager(at, encodeFunctionData({ abi: accessManagerAbi, functionName: 'setGrantDelay', args }))
}

export function targetDelayCall(at: ContractAddresses, contract: ContractName): Call {
  const args = [at[contract], POWER_DELAY_S] as const
  return manager(at, encodeFunctionData({ abi: accessManagerAbi, functionName: 'setTargetAdminDelay', args }))
}

export function setModuleCall(at: ContractAddresses, of: ContractName, module: ContractName): Call {
  return {
    to: at[of],
    data: encodeFunctionData({ abi: modularAbi, functionName: 'setModule', args: [at[module], true] }),
  }
}

/** The agreements that the breaker can freeze. */
export function setBookCall(at: ContractAddresses): Call {
  const args = [at.AgreementBook] as const
  return { to: at.CircuitBreaker, data: encodeFunctionData({ abi: circuitBreakerAbi, functionName: 'setBook', args }) }
}

export function allowFormulaCall(at: ContractAddresses, formula: ContractName): Call {
  const args = [at[formula], true] as const
  return { to: at.OfferBook, data: encodeFunctionData({ abi: offerBookAbi, functionName: 'allowFormula', args }) }
}

export function admitCall(at: ContractAddresses, account: Address, roles: readonly Role[]): Call {
  const bits = roles.reduce((sum, role) => sum | roleBit(role), 0n)
  return {
    to: at.MemberRegistry,
    data: encodeFunctionData({ abi: memberRegistryAbi, functionName: 'admit', args: [account, bits] }),
  }
}

export function suspendCall(at: ContractAddresses, account: Address): Call {
  return {
    to: at.MemberRegistry,
    data: encodeFunctionData({ abi: memberRegistryAbi, functionName: 'suspend', args: [account] }),
  }
}
