/** Hands signed reads in over the market's API, one after the other: each builds on the one before. */
import { z } from 'zod'
import { codeText } from './read-text'
import type { SignedRead } from './sign-reads'

const answerSchema = z.union([
  z.object({ ok: z.literal(true), request: z.string().optional(), recorded: z.string().optional() }),
  z.object({ ok: z.literal(false), error: z.string(), facts: z.record(z.string(), z.string()).default({}) }),
  z.object({ error: z.string() }),
])
type Answer = z.infer<typeof answerSchema>

export type Fate =
  | { kind: 'recorded'; txHash: string }
  /** Taken, and kept until a settlement records it. */
  | { kind: 'waiting' }
  | { kind: 'refused'; name: string; facts: Record<string, string> }

export interface Market {
  post: (body: string) => Promise<Response>
  pause: (milliseconds: number) => Promise<void>
  /** How often a read that is not recorded yet is asked for. */
  patience?: number
}

const POLL_MS = 1_000
const PATIENCE = 120

/** The same read is handed in until it is recorded: that has no second effect, and says what became of it. */
export async function handIn(signed: SignedRead, { post, pause, patience = PATIENCE }: Market): Promise<Fate> {
  for (let times = 0; ; times++) {
    const answer = await answerTo(await post(codeText(signed)))
    if ('ok' in answer && answer.ok) {
      if (answer.recorded) return { kind: 'recorded', txHash: answer.recorded }
      if (times >= patience) return { kind: 'waiting' }
    } else if (answer.error !== 'TooManyRequests' || times >= patience) {
      return { kind: 'refused', name: answer.error, facts: 'facts' in answer ? answer.facts : {} }
    }
    await pause(POLL_MS)
  }
}

async function answerTo(response: Response): Promise<Answer> {
  const text = await response.text()
  try {
    return answerSchema.parse(JSON.parse(text))
  } catch {
    return { error: `HTTP ${response.status}: ${text.slice(0, 200)}` }
  }
}
