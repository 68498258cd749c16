/** Asks how far an import is until it has ended: it is read elsewhere, whether somebody looks or not. */
import { ENDED, type UploadState } from './upload-queue'

const EVERY_MS = 700
/** Longer than a market takes to be started again. */
const LONGEST_SILENCE_MS = 10 * 60_000

export interface Asked {
  status: number
  body: Record<string, unknown>
}

export interface Following {
  /** Null: nobody answers at the moment. */
  ask: () => Promise<Asked | null>
  onState: (state: UploadState) => void
  /** Nobody is interested any more. */
  isOver: () => boolean
  everyMs?: number
}

/** @returns how it ended, or that nobody says. */
export async function followImport({ ask, onState, isOver, everyMs = EVERY_MS }: Following): Promise<UploadState> {
  let heard = Date.now()
  for (;;) {
    if (isOver()) return { kind: 'unseen' }
    const asked = await ask()
    if (asked) heard = Date.now()
    const state = asked ? stateOf(asked) : null
    if (state?.kind === 'ended' || state?.kind === 'unseen') return state
    if (state) onState(state)
    if (Date.now() - heard > LONGEST_SILENCE_MS) return { kind: 'unseen' }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** Null if it is the market that has trouble. */
function stateOf({ status, body }: Asked): UploadState | null {
  if (status >= 500) return null
  if (status !== 200) return { kind: 'unseen' }
  const as = ENDED.find((one) => one === body.status)
  if (as) return { kind: 'ended', as }
  return { kind: 'reading', read: body.status === 'reading' && typeof body.bytes === 'number' ? body.bytes : null }
}

export async function askOf(id: string): Promise<Asked | null> {
  try {
    const response = await fetch(`/api/v1/imports/${id}`, { cache: 'no-store' })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  } catch {
    return null
  }
}
