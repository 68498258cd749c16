/** ABI parameters of the structs that are hashed whole, taken from the functions that accept them. */
import type { AbiParameter } from 'viem'
import { offerBookAbi, tariffBookAbi } from '../contracts'

type StructName = 'Offer' | 'TariffTable'

const sources: Record<StructName, () => AbiParameter | undefined> = {
  Offer: () => inputOf(offerBookAbi, 'publish', 0),
  TariffTable: () => inputOf(tariffBookAbi, 'publish', 0),
}

export function structParameter(name: StructName): AbiParameter {
  const parameter = sources[name]()
  if (!parameter) throw new Error(`the generated ABIs have no struct ${name}: run npm run generate`)
  return parameter
}

type AbiEntry = { type: string; name?: string; inputs?: readonly AbiParameter[] }

function inputOf(abi: readonly AbiEntry[], functionName: string, position: number): AbiParameter | undefined {
  return abi.find((entry) => entry.type === 'function' && entry.name === functionName)?.inputs?.[position]
}
