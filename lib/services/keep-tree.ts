/**
 * The days that a meter's read commits to, found in the store when the read is recorded and kept as hashes: one day can then be
 * proven after others were corrected or erased. A read whose days are not here (another meter's gateway keeps them, or they
 * come later) is kept without.
 */
import type { Tx } from '@/lib/db/client'
import { dayVersions, isTreeKept, timeOfReadBefore, type CommittingRead } from '@/lib/db/read/interval-trees'
import { saveIntervalTree } from '@/lib/db/write/interval-trees'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { sameHex, ZERO_HASH } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { daysUnder } from './interval-leaves'

/** Call it before the read is saved as the meter's last. @returns whether the tree is kept now. */
export async function keepTree(tx: Tx, { read, since }: CommittingRead): Promise<boolean> {
  const { meterId, time, intervalRoot } = read
  if (sameHex(intervalRoot, ZERO_HASH)) return false
  if (await isTreeKept(tx, meterId, intervalRoot)) return true
  const before = since ?? (await timeOfReadBefore(tx, meterId, time))
  if (before === null) return false
  const span = { from: localDateOf(before, env.marketTimeZone), to: localDateOf(time, env.marketTimeZone) }
  const leaves = daysUnder(meterId, intervalRoot, await dayVersions(tx, meterId, span))
  if (!leaves) return false
  await saveIntervalTree(tx, { meterId, intervalRoot, leaves })
  return true
}
