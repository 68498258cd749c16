import { UserRejectedRequestError, type Hex } from 'viem'
import type { DemoMember } from './members'

/** As a wallet receives it in eth_signTypedData_v4. */
export interface TypedDataRequest {
  domain: { name?: string; version?: string; chainId?: number | string; verifyingContract?: string }
  types: Record<string, readonly { name: string; type: string }[]>
  primaryType: string
  message: Record<string, unknown>
}

export interface CallRequest {
  to: Hex
  data: Hex
}

/** What the demo wallet asks of the person before it does anything. */
export type DemoQuestion =
  | { kind: 'choose'; members: DemoMember[] }
  | { kind: 'message'; member: DemoMember; text: string }
  | { kind: 'typedData'; member: DemoMember; request: TypedDataRequest }
  | { kind: 'call'; member: DemoMember; request: CallRequest }

export interface DemoPrompt {
  id: number
  question: DemoQuestion
  /** Yes; to "choose", the member. */
  approve: (member: DemoMember) => void
  reject: () => void
}

let prompts: readonly DemoPrompt[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Waits for the person. Rejecting throws what any wallet throws (EIP-1193 code 4001). */
export function ask(question: DemoQuestion): Promise<DemoMember> {
  return new Promise((resolve, reject) => {
    const id = ++lastId
    const close = () => change(prompts.filter((prompt) => prompt.id !== id))
    const approve = (member: DemoMember) => {
      close()
      resolve(member)
    }
    const rejectPrompt = () => {
      close()
      reject(new UserRejectedRequestError(new Error('Rejected in the demo wallet.')))
    }
    change([...prompts, { id, question, approve, reject: rejectPrompt }])
  })
}

function change(next: readonly DemoPrompt[]): void {
  prompts = next
  for (const listener of listeners) listener()
}

export function subscribeToPrompts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The prompt to show; the others wait their turn. */
export function currentPrompt(): DemoPrompt | null {
  return prompts[0] ?? null
}
