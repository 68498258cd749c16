/** Does what standing instructions say of exported energy that is still held. Anybody may: the contract keeps to what was signed. */
import { deployment } from '@/lib/chain/deployment'
import { listInstructedCall, returnInstructedCall, storeInstructedCall } from '@/lib/chain/intents/autopilot'
import type { Call } from '@/lib/chain/intents/calls'
import { asWorker } from '@/lib/db/client'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { instructionsDue, type DueInstruction } from '@/lib/db/read/standing-instructions'
import { deleteRefusedRun } from '@/lib/db/write/refused-runs'
import { nextStep } from '@/lib/domain/surplus/next-step'
import { tryRun } from './queue-run'

/** Periods of accounts in one go: the next go takes the next. */
const MOST = 200
/** What was refused is not tried more often than this. */
const REST_S = 300

/** @param now the chain's clock as far as it was followed. @returns how many steps were handed to the relayer. */
export async function followInstructions(now: number): Promise<number> {
  const underWay = await runsUnderWay('instruct')
  let steps = 0
  for (const due of await instructionsDue({ now, rested: now - REST_S, limit: MOST })) {
    const call = callFor(due)
    if (!call || underWay.has(subjectOf(due))) continue
    if (await stepOf(due, call, now)) steps++
  }
  return steps
}

const subjectOf = ({ account, region, start }: DueInstruction) => `${account} ${region} ${start}`

function callFor(due: DueInstruction): Call | null {
  const at = deployment().contracts
  const step = nextStep(due)
  if (!step) return null
  if (step.use === 'Sell') return listInstructedCall(at, due.account, step.sessionId)
  return step.use === 'Store' ? storeInstructedCall(at, due) : returnInstructedCall(at, due)
}

async function stepOf(due: DueInstruction, call: Call, now: number): Promise<boolean> {
  const { account, start } = due
  const run = { kind: 'instruction', subject: subjectOf(due) } as const
  const isHandedOn = await tryRun('instruct', [call], { ...run, start, parties: [account], at: now })
  if (isHandedOn) await asWorker((tx) => deleteRefusedRun(tx, run))
  return isHandedOn
}
