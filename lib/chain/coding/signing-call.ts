/** What a consumer signed, found in the transaction that carried it. */
import { decodeFunctionData } from 'viem'
import type { Hex } from '@/lib/domain/units/hex'
import { agreementBookAbi, settlementAbi } from '../contracts'

const ABI = [...agreementBookAbi, ...settlementAbi] as const

/** The signature under an agreement in a call that makes one. Null if the call is another: some contract may have passed it on. */
export function signatureInCall(data: Hex): Hex | null {
  const call = decoded(data)
  switch (call?.functionName) {
    case 'sign':
      return call.args[2]
    case 'switchTo':
      return call.args[3]
    case 'switchNow':
      return call.args[3].signature
    default:
      return null
  }
}

function decoded(data: Hex) {
  try {
    return decodeFunctionData({ abi: ABI, data })
  } catch {
    return null
  }
}
