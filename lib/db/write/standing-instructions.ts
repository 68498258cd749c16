/** Standing instructions for surplus, and what was done by them. */
import type { GivenInstruction, InstructedUse } from '@/lib/domain/surplus/standing-instruction'
import type { Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { decimal } from '../stored/amounts'

/** It takes the place of the account's former one for the region. */
export async function saveInstruction(tx: Tx, instruction: GivenInstruction): Promise<void> {
  const { account, region, first, rest, txHash } = instruction
  const key = { account, region: BigInt(region) }
  const data = {
    ...{ first, rest, txHash },
    reserve: Number(instruction.reserve),
    storageId: BigInt(instruction.storageId),
    efficiency: Number(instruction.efficiency),
    feedIn: decimal(instruction.feedIn),
    from: BigInt(instruction.from),
    until: BigInt(instruction.until),
    nonce: decimal(instruction.nonce),
    givenAt: BigInt(instruction.givenAt),
  }
  const where = { account_region: key }
  await tx.standingInstruction.upsert({ where, create: { ...key, ...data }, update: data })
}

export async function deleteInstruction(
  tx: Tx,
  { account, region }: { account: string; region: number },
): Promise<void> {
  await tx.standingInstruction.deleteMany({ where: { account, region: BigInt(region) } })
}

export interface InstructionStep {
  account: string
  region: number
  start: number
  use: InstructedUse
  energy: Wh
  at: bigint
  txHash: string
  logIndex: number
}

export async function saveInstructionStep(tx: Tx, { region, start, energy, ...step }: InstructionStep): Promise<void> {
  const row = { ...step, region: BigInt(region), start: BigInt(start), energyWh: decimal(energy) }
  await tx.instructionStep.createMany({ data: [row], skipDuplicates: true })
}
