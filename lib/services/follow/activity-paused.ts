import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { savePause } from '@/lib/db/write/safety'
import { ACTIVITIES } from '@/lib/domain/safety/activity'
import { nameOf } from '@/lib/domain/units/codes'
import { argsOf, type Handler } from './happening'

export const activityPaused: Handler = async (happening) => {
  const args = argsOf<{ activity: ChainInteger; until: ChainInteger; reason: string }>(happening)
  const activity = nameOf(ACTIVITIES, toNumber(args.activity))
  await savePause(happening.tx, { activity, until: toNumber(args.until), reason: args.reason })
}
