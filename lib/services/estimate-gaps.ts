/**
 * Fills the gaps of a meter in a span of days: first to be looked at, then for good. What is done is what was looked at: when
 * a read or a day has come in between, it is refused and can be looked at again.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/db/client'
import { exchangesOf } from '@/lib/db/read/exchanges'
import { versionedDays, type VersionedDay } from '@/lib/db/read/interval-changes'
import { readsAround } from '@/lib/db/read/reads-around'
import { saveIntervalChange } from '@/lib/db/write/interval-changes'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { addDays, dayBounds, daysBetween, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import { fillSpan, type FilledSpan } from '@/lib/domain/metering/fill-span'
import type { DaySpan } from '@/lib/domain/metering/gaps'
import { LIKE_DAYS_REACH } from '@/lib/domain/metering/like-days'
import { pairsOf } from '@/lib/domain/metering/register-differences'
import { env } from '@/lib/env'
import { comparedMeter, ownMeter } from './own-meter'

/** What one order may fill; what is longer has no meter behind it. */
const MOST_DAYS = 92
const SALT_BYTES = 32
/** Reads further apart than this are no pair to scale to. */
const READS_REACH_DAYS = 400

export interface EstimateOrder {
  meterId: string
  /** Local days [from, to). */
  span: DaySpan
  /** Also what was estimated before. */
  isAnew: boolean
}

export interface EstimatePreview extends FilledSpan {
  /** Names exactly this outcome. */
  fingerprint: string
}

export async function previewEstimate(viewer: Viewer, order: EstimateOrder): Promise<Decision<EstimatePreview>> {
  const decided = await decide(viewer, order)
  return decided.ok ? ok(decided.value.preview) : decided
}

export interface EstimateApplied {
  /** The id of the change, to undo it. */
  change: string
  days: number
}

/** @param fingerprint Of the preview that the operator saw. */
export async function applyEstimate(
  viewer: Viewer,
  order: EstimateOrder,
  { fingerprint, reason }: { fingerprint: string; reason: string },
): Promise<Decision<EstimateApplied>> {
  const decided = await decide(viewer, order)
  if (!decided.ok) return decided
  const { preview, versions, meterId } = decided.value
  if (preview.fingerprint !== fingerprint) return refuse('DaysChangedMeanwhile')
  const days = preview.days.map((day) => ({
    day,
    before: versions.get(day.day) ?? null,
    salt: randomBytes(SALT_BYTES),
  }))
  const id = randomUUID()
  const method = { pieces: preview.pieces, scalings: preview.scalings }
  const change = { id, meterId, operator: viewer.address.toLowerCase(), kind: 'estimate' as const, reason }
  const saved = await saveIntervalChange({ ...change, undoes: null, method: plain(method) }, days)
  return saved ? ok({ change: id, days: days.length }) : refuse('DaysChangedMeanwhile')
}

interface Decided {
  meterId: string
  preview: EstimatePreview
  versions: Map<LocalDate, number>
}

async function decide(viewer: Viewer, { meterId, span, isAnew }: EstimateOrder): Promise<Decision<Decided>> {
  const length = daysBetween(span)
  if (length < 1 || length > MOST_DAYS) return refuse('SpanTooLong', { most: BigInt(MOST_DAYS) })
  const meter = await ownMeter(viewer, meterId)
  if (!meter.ok) return meter
  const { id } = meter.value
  const timeZone = env.marketTimeZone
  const [from, to] = [dayBounds(span.from, timeZone).start, dayBounds(span.to, timeZone).start]
  const reads = await readsAround(viewer, id, { from, to, reachDays: READS_REACH_DAYS })
  const known = await daysAround(viewer, id, span, reads)
  const turns = (await exchangesOf(viewer, id)).reverse()
  const filled = fillSpan({ span, isAnew, known, pairs: pairsOf(reads, turns) }, comparedMeter(meter.value))
  if (!filled.ok) return filled
  const versions = new Map(known.map(({ day, version }) => [day, version]))
  return ok({ meterId: id, versions, preview: { ...filled.value, fingerprint: fingerprintOf(filled.value, versions) } })
}

/** What estimates may rest on: four weeks before and after, all between the reads, the same months of the year before. */
async function daysAround(
  viewer: Viewer,
  meterId: string,
  span: DaySpan,
  reads: readonly { time: number }[],
): Promise<VersionedDay[]> {
  const dates = reads.map(({ time }) => localDateOf(time, env.marketTimeZone))
  const from = [addDays(span.from, -LIKE_DAYS_REACH), ...dates].sort()[0] ?? span.from
  const to = [addDays(span.to, LIKE_DAYS_REACH), ...dates.map((date) => addDays(date, 1))].sort().at(-1) ?? span.to
  const near = await versionedDays(viewer, meterId, { from, to })
  const lastYear = { from: monthYearBefore(span.from), to: monthYearBefore(addDays(span.to, 31)) }
  const far = await versionedDays(viewer, meterId, { from: lastYear.from, to: lastYear.to < from ? lastYear.to : from })
  return [...far, ...near]
}

/** The first day of the same month a year before. */
function monthYearBefore(date: LocalDate): LocalDate {
  return `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4, 7)}-01`
}

function fingerprintOf({ days }: FilledSpan, versions: ReadonlyMap<LocalDate, number>): string {
  const parts = days.map(({ day, minutes, importWh, exportWh, qualities }) =>
    [day, versions.get(day) ?? 0, minutes, importWh.join(), exportWh.join(), qualities.join()].join(' '),
  )
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** Nothing in it is wider than a number of JSON. */
function plain(method: Pick<FilledSpan, 'pieces' | 'scalings'>) {
  return { pieces: method.pieces.map((piece) => ({ ...piece })), scalings: method.scalings.map((one) => ({ ...one })) }
}
