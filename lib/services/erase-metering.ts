/**
 * Takes a person's interval data away on request, with every salt: the roots on the chain then commit to nothing that anybody
 * could find again. Bills, the reads they were made from and the money stay, as the law on bills asks. It cannot be undone.
 */
import { asWorker, type Tx, type Viewer } from '@/lib/db/client'
import { countStored, lockMeter, meterTies, storedSpans, type MeterTies } from '@/lib/db/read/erasures'
import { readsOver } from '@/lib/db/read/interval-trees'
import {
  deleteDays,
  deleteMeasuredNotes,
  deleteMeterLabel,
  deleteRegisterReadings,
  forgetChanges,
  forgetImportTotals,
  insertErasure,
} from '@/lib/db/write/erasures'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { addDays, dayBounds, localDateOf } from '@/lib/domain/metering/calendar'
import { erasable, type Erasable } from '@/lib/domain/metering/erasure'
import type { DaySpan } from '@/lib/domain/metering/gaps'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { keepTree } from './keep-tree'

export interface ErasureRequest {
  meterId: Hex
  /** Whose data: the viewer, or the person that asked the viewer, who operates the meter. */
  person: Address
}

export interface ErasurePreview extends Erasable {
  days: number
  versions: number
  /** Whether the meter's number, its name and its salt go, too: the person has moved out and nobody else is supplied. */
  unlinks: boolean
}

interface Planned extends ErasurePreview {
  askedBy: 'holder' | 'operator'
}

export async function previewErasure(
  viewer: Viewer,
  request: ErasureRequest,
  now: number,
): Promise<Decision<ErasurePreview>> {
  return asWorker((tx) => plan(tx, viewer, request, now))
}

/** @param seen The spans that the preview showed: what was not shown is not erased. */
export async function eraseMetering(
  viewer: Viewer,
  request: ErasureRequest & { seen: readonly DaySpan[] },
  now: number,
): Promise<Decision<ErasurePreview>> {
  return asWorker(async (tx) => {
    await lockMeter(tx, request.meterId)
    const planned = await plan(tx, viewer, request, now)
    if (!planned.ok) return planned
    if (!sameSpans(planned.value.spans, request.seen)) return refuse('ErasureChanged')
    for (const span of planned.value.spans) await eraseSpan(tx, request.meterId, span, { ...planned.value, at: now })
    await deleteMeasuredNotes(tx, request.meterId)
    if (planned.value.unlinks) await deleteMeterLabel(tx, request.meterId)
    return planned
  })
}

async function plan(
  tx: Tx,
  viewer: Viewer,
  { meterId, person }: ErasureRequest,
  now: number,
): Promise<Decision<Planned>> {
  const ties = await meterTies(tx, meterId)
  const self = sameHex(viewer.address as Address, person)
  const operates = ties !== null && sameHex(ties.operator as Address, viewer.address as Address)
  // Whoever may not know the meter learns nothing of it: not even that it exists.
  if (!ties || !(self || operates) || !isTied(ties, person)) return refuse('NotYourMeter')
  const { spans: allowed, kept } = erasable(factsOf(ties, person, now))
  const spans = await storedSpans(tx, meterId, allowed)
  if (spans.length === 0) return refuse('NothingToErase')
  const counts = await countStored(tx, meterId, spans)
  return ok({ spans, kept, ...counts, unlinks: hasMovedOut(ties, person), askedBy: self ? 'holder' : 'operator' })
}

const isTied = ({ holder, agreements }: MeterTies, person: Address) =>
  [holder, ...agreements.map(({ consumer }) => consumer)].some((one) => sameHex(one as Address, person))

function factsOf({ holder, holderSince, agreements, purchases, guessed }: MeterTies, person: Address, now: number) {
  const date = (at: number) => localDateOf(at, env.marketTimeZone)
  const own = agreements.filter(({ consumer }) => sameHex(consumer as Address, person))
  // The day on which somebody moves in belongs half to whoever lived there before.
  const held = sameHex(holder as Address, person) ? [{ from: addDays(date(holderSince), 1), to: null }] : []
  const supplied = own.map(({ start, endedAt }) => ({ from: date(start), to: endedAt === null ? null : date(endedAt) }))
  const open = [...agreements.filter(({ endedAt }) => endedAt === null), ...purchases]
  const unbilled = open.map(({ settledUntil }) => date(settledUntil)).sort()
  return {
    stays: [...held, ...supplied],
    unbilledFrom: unbilled[0] ?? null,
    estimated: guessed.map(({ start, end }) => ({ from: date(start), to: date(end) })),
    today: date(now),
  }
}

/** Was supplied, is still in the registry as the holder, and nobody is supplied there: the number then serves nobody here. */
function hasMovedOut({ holder, agreements, purchases }: MeterTies, person: Address): boolean {
  const supplied = agreements.some(({ endedAt }) => endedAt === null) || purchases.length > 0
  const was = agreements.some(({ consumer }) => sameHex(consumer as Address, person))
  return sameHex(holder as Address, person) && was && !supplied
}

/** The hashes of the days stay where a read holds other days, too: those must remain provable, and a hash alone says nothing. */
async function eraseSpan(tx: Tx, meterId: Hex, span: DaySpan, done: Planned & { at: number }): Promise<void> {
  const bounds = {
    start: dayBounds(span.from, env.marketTimeZone).start,
    end: dayBounds(span.to, env.marketTimeZone).start,
  }
  for (const committing of await readsOver(tx, meterId, bounds)) await keepTree(tx, committing)
  await deleteRegisterReadings(tx, meterId, bounds)
  await forgetChanges(tx, meterId, span)
  await forgetImportTotals(tx, meterId, span)
  const days = await deleteDays(tx, meterId, span)
  const { askedBy, unlinks: unlinked, at } = done
  await insertErasure(tx, { meterId, ...span, days, askedBy, unlinked, at })
}

function sameSpans(a: readonly DaySpan[], b: readonly DaySpan[]): boolean {
  const text = (spans: readonly DaySpan[]) => spans.map(({ from, to }) => `${from} ${to}`).join()
  return text(a) === text(b)
}

export interface TiedPerson {
  address: Address
  /** Whether it is the holder now. */
  holds: boolean
  /** From its first supply through the meter, UTC seconds; null if it was never supplied. */
  since: number | null
}

/** Whose data a meter holds, for the operator that is asked to erase them: the present holder first. Nobody for anybody else. */
export async function tiedPersons(viewer: Viewer, meterId: Hex): Promise<TiedPerson[]> {
  const ties = await asWorker((tx) => meterTies(tx, meterId))
  if (!ties || !sameHex(ties.operator as Address, viewer.address as Address)) return []
  const addresses = new Set([ties.holder, ...ties.agreements.map(({ consumer }) => consumer)])
  return [...addresses].map((address) => {
    const starts = ties.agreements.filter(({ consumer }) => consumer === address).map(({ start }) => start)
    const since = starts.length === 0 ? null : Math.min(...starts)
    return { address: address as Address, holds: address === ties.holder, since }
  })
}
