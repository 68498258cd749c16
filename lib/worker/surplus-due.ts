/** The turn of the surplus market: sessions that have closed end, everybody gets what is theirs, and standing instructions are done. */
import { followedTime } from '@/lib/db/read/sessions-due'
import { surplusWaits, type SurplusWaits } from '@/lib/db/read/surplus-waits'
import type { Env } from '@/lib/env'
import { claimSessions } from '@/lib/services/claim-sessions'
import { clearSessions } from '@/lib/services/clear-sessions'
import { followInstructions } from '@/lib/services/follow-instructions'
import { moveDues } from '@/lib/services/move-dues'
import { openDemoSessions } from '@/lib/services/open-demo-sessions'
import { tradeInDemo } from '@/lib/services/trade-in-demo'
import { voidSessions } from '@/lib/services/void-sessions'

/** In this order, each only if something waits for it. */
const PARTS: readonly [keyof SurplusWaits, (now: number) => Promise<number>][] = [
  ['closed', (now) => clearSessions(now)],
  ['closed', voidSessions],
  ['unclaimed', () => claimSessions()],
  ['due', moveDues],
  ['instructed', followInstructions],
]

/** @returns how much was handed to the relayer. */
export async function surplusDue({ mode, demoTraders }: Pick<Env, 'mode' | 'demoTraders'>): Promise<number> {
  const now = await followedTime()
  if (now === null) return 0
  const waits = await surplusWaits(now)
  let handed = 0
  for (const [what, part] of PARTS) if (waits[what]) handed += await part(now)
  if (mode !== 'demo' || !demoTraders) return handed
  await openDemoSessions(now)
  return handed + (await tradeInDemo(now))
}
