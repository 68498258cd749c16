/** A standing instruction as the chain has it: names of what to do are codes. */
import { INSTRUCTED_USES, LEFTOVERS, type StandingInstruction } from '@/lib/domain/surplus/standing-instruction'
import { tick } from '@/lib/domain/surplus/tick'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { Address } from '@/lib/domain/units/hex'
import { bps, microPerKwh } from '@/lib/domain/units/units'
import { toNumber, type ChainInteger } from './numbers'

export function instructionToStruct({ first, rest, reserve, efficiency, ...instruction }: StandingInstruction) {
  return {
    ...instruction,
    first: codeOf(INSTRUCTED_USES, first),
    rest: codeOf(LEFTOVERS, rest),
    reserve: Number(reserve),
    efficiency: Number(efficiency),
  }
}

export interface InstructionStruct {
  account: string
  region: ChainInteger
  first: ChainInteger
  reserve: ChainInteger
  storageId: ChainInteger
  efficiency: ChainInteger
  rest: ChainInteger
  feedIn: ChainInteger
  from: ChainInteger
  until: ChainInteger
  nonce: ChainInteger
}

export function instructionFromStruct(struct: InstructionStruct): StandingInstruction {
  return {
    account: struct.account.toLowerCase() as Address,
    region: toNumber(struct.region),
    first: nameOf(INSTRUCTED_USES, toNumber(struct.first)),
    reserve: tick(BigInt(struct.reserve)),
    storageId: toNumber(struct.storageId),
    efficiency: bps(BigInt(struct.efficiency)),
    rest: nameOf(LEFTOVERS, toNumber(struct.rest)),
    feedIn: microPerKwh(BigInt(struct.feedIn)),
    from: toNumber(struct.from),
    until: toNumber(struct.until),
    nonce: BigInt(struct.nonce),
  }
}
