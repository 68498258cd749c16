/** The turn of the surplus market: sessions that have closed end, everybody gets what is theirs, and standing instructions are done. */
import { followedTime } from '@/lib/db/read/sessions-due'
import { claimSessions } from '@/lib/services/claim-sessions'
import { clearSessions } from '@/lib/services/clear-sessions'
import { followInstructions } from '@/lib/services/follow-instructions'
import { voidSessions } from '@/lib/services/void-sessions'

/** @returns how much was handed to the relayer. */
export async function surplusDue(): Promise<number> {
  const now = await followedTime()
  if (now === null) return 0
  const ended = (await clearSessions(now)) + (await voidSessions(now))
  const claimed = await claimSessions()
  return ended + claimed + (await followInstructions(now))
}
