/** The turn of the surplus market: sessions that have closed end, everybody gets what is theirs, and standing instructions are done. */
import { followedTime } from '@/lib/db/read/sessions-due'
import type { Env } from '@/lib/env'
import { claimSessions } from '@/lib/services/claim-sessions'
import { clearSessions } from '@/lib/services/clear-sessions'
import { followInstructions } from '@/lib/services/follow-instructions'
import { moveDues } from '@/lib/services/move-dues'
import { openDemoSessions } from '@/lib/services/open-demo-sessions'
import { tradeInDemo } from '@/lib/services/trade-in-demo'
import { voidSessions } from '@/lib/services/void-sessions'

/** @returns how much was handed to the relayer. */
export async function surplusDue({ mode, demoTraders }: Pick<Env, 'mode' | 'demoTraders'>): Promise<number> {
  const now = await followedTime()
  if (now === null) return 0
  const ended = (await clearSessions(now)) + (await voidSessions(now))
  const claimed = await claimSessions()
  const moved = await moveDues(now)
  const followed = await followInstructions(now)
  if (mode !== 'demo' || !demoTraders) return ended + claimed + moved + followed
  await openDemoSessions(now)
  const traded = await tradeInDemo(now)
  return ended + claimed + moved + followed + traded
}
