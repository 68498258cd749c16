import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { deletePause } from '@/lib/db/write/safety'
import { ACTIVITIES } from '@/lib/domain/safety/activity'
import { nameOf } from '@/lib/domain/units/codes'
import { argsOf, type Handler } from './happening'

export const activityResumed: Handler = async (happening) => {
  const { activity } = argsOf<{ activity: ChainInteger }>(happening)
  await deletePause(happening.tx, nameOf(ACTIVITIES, toNumber(activity)))
}
