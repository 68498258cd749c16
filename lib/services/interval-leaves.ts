/** Which leaves a meter-day has: one for each version of it that the store holds. */
import { dayLeaf, dayNumber } from '@/lib/chain/coding/day-leaf'
import { intervalRoot } from '@/lib/chain/interval-tree'
import type { DayVersion } from '@/lib/db/read/interval-trees'
import type { StoredDay } from '@/lib/db/read/settlement-inputs'
import { dayFromRow } from '@/lib/db/stored/interval-day'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { sameHex, type Hex } from '@/lib/domain/units/hex'

export type LeafedDay = DayVersion & { leaf: Hex }

export function leafOf(meterId: Hex, { day, salt, ...data }: MeterDay & { salt: Uint8Array }): Hex {
  return dayLeaf({ meterId, day: dayNumber(day), salt, data })
}

export function storedLeaf(meterId: Hex, { day, salt, ...row }: StoredDay): Hex {
  return leafOf(meterId, { ...dayFromRow({ ...row, day: new Date(day) }), salt })
}

/**
 * The days that an interval root was made of, in order; null if it was made of others. Days are replaced while a read is on
 * its way, so every state that the store was in is tried, the present one first: just before each instant at which something
 * was replaced.
 */
export function daysUnder(meterId: Hex, root: Hex, history: readonly DayVersion[]): LeafedDay[] | null {
  const leafed = history.map((one): LeafedDay => ({ ...one, leaf: leafOf(meterId, one) }))
  const instants = new Set(history.flatMap(({ replacedAt }) => (replacedAt === null ? [] : [replacedAt])))
  const newestFirst = [null, ...[...instants].sort((a, b) => b - a)]
  for (const before of newestFirst) {
    const state = stateBefore(leafed, before)
    if (sameHex(intervalRoot(state.map(({ leaf }) => leaf)), root)) return state
  }
  return null
}

/** Of each day the version that stood just before an instant; null is now. */
function stateBefore(history: readonly LeafedDay[], instant: number | null): LeafedDay[] {
  const standing = new Map<string, LeafedDay>()
  const stood = ({ replacedAt }: LeafedDay) => replacedAt === null || (instant !== null && replacedAt >= instant)
  for (const one of history.filter(stood)) {
    const known = standing.get(one.day)
    if (!known || one.version < known.version) standing.set(one.day, one)
  }
  return [...standing.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}
