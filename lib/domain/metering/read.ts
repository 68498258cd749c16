import type { Hex } from '../units/hex'
import type { Watt, Wh } from '../units/units'
import type { RegisterValues } from './register-values'

export const READ_QUALITIES = ['Measured', 'Estimated', 'Substituted'] as const
export type ReadQuality = (typeof READ_QUALITIES)[number]

/** What the dials show. */
export interface RegisterState {
  importWh: RegisterValues<Wh>
  exportWh: Wh
}

export interface TimedState extends RegisterState {
  time: number
}

/** Cumulative register values at an instant, signed by the meter (EIP-712). Mirrors the Solidity struct Read. */
export interface Read extends TimedState {
  meterId: Hex
  sequence: number
  quality: ReadQuality
  maxDemand: Watt
  /** Merkle root of the salted interval data since the previous read. */
  intervalRoot: Hex
}
