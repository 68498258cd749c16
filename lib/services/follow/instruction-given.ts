import { instructionFromStruct, type InstructionStruct } from '@/lib/chain/coding/instruction'
import { saveInstruction } from '@/lib/db/write/standing-instructions'
import { argsOf, placeOf, type Handler } from './happening'

export const instructionGiven: Handler = async (happening) => {
  const { instruction } = argsOf<{ instruction: InstructionStruct }>(happening)
  const { at, txHash } = placeOf(happening)
  await saveInstruction(happening.tx, { ...instructionFromStruct(instruction), givenAt: Number(at), txHash })
}
