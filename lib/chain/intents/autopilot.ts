/** What owners of surplus sign once for all periods. Safe for the client. Mirrors Autopilot and its domain. */
import { encodeFunctionData } from 'viem'
import type { InstructionRevocation, StandingInstruction } from '@/lib/domain/surplus/standing-instruction'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { instructionToStruct } from '../coding/instruction'
import { autopilotAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

export const autopilotTypes = {
  StandingInstruction: [
    { name: 'account', type: 'address' },
    { name: 'region', type: 'uint32' },
    { name: 'first', type: 'uint8' },
    { name: 'reserve', type: 'uint24' },
    { name: 'storageId', type: 'uint32' },
    { name: 'efficiency', type: 'uint16' },
    { name: 'rest', type: 'uint8' },
    { name: 'feedIn', type: 'uint64' },
    { name: 'from', type: 'uint40' },
    { name: 'until', type: 'uint40' },
    { name: 'nonce', type: 'uint256' },
  ],
  InstructionRevocation: [
    { name: 'account', type: 'address' },
    { name: 'region', type: 'uint32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
} as const

export interface AutopilotPlace {
  chainId: number
  autopilot: Address
}

const domainOf = ({ chainId, autopilot }: AutopilotPlace) =>
  ({ name: 'Switchyard Autopilot', version: '1', chainId, verifyingContract: autopilot }) as const

export function instructionTypedData(place: AutopilotPlace, instruction: StandingInstruction) {
  const types = { StandingInstruction: autopilotTypes.StandingInstruction }
  const message = instructionToStruct(instruction)
  return { domain: domainOf(place), types, primaryType: 'StandingInstruction', message } as const
}

export function instructionRevocationTypedData(place: AutopilotPlace, message: InstructionRevocation) {
  const types = { InstructionRevocation: autopilotTypes.InstructionRevocation }
  return { domain: domainOf(place), types, primaryType: 'InstructionRevocation', message } as const
}

const autopilot = (at: ContractAddresses, data: Hex): Call => ({ to: at.Autopilot, data })

export function giveInstructionCall(at: ContractAddresses, instruction: StandingInstruction, signature: Hex): Call {
  const args = [instructionToStruct(instruction), signature] as const
  return autopilot(at, encodeFunctionData({ abi: autopilotAbi, functionName: 'give', args }))
}

export function revokeInstructionCall(at: ContractAddresses, revocation: InstructionRevocation, signature: Hex): Call {
  const args = [revocation, signature] as const
  return autopilot(at, encodeFunctionData({ abi: autopilotAbi, functionName: 'revoke', args }))
}

/** For anybody: lists all that an account exported in the session's delivery period and still holds. */
export function listInstructedCall(at: ContractAddresses, account: Address, sessionId: bigint): Call {
  const args = [account, sessionId] as const
  return autopilot(at, encodeFunctionData({ abi: autopilotAbi, functionName: 'list', args }))
}

export interface InstructedPeriod {
  account: Address
  region: number
  /** Of the delivery period. */
  start: number
}

export function storeInstructedCall(at: ContractAddresses, { account, region, start }: InstructedPeriod): Call {
  const args = [account, region, start] as const
  return autopilot(at, encodeFunctionData({ abi: autopilotAbi, functionName: 'store', args }))
}

export function returnInstructedCall(at: ContractAddresses, { account, region, start }: InstructedPeriod): Call {
  const args = [account, region, start] as const
  return autopilot(at, encodeFunctionData({ abi: autopilotAbi, functionName: 'returnToGrid', args }))
}
