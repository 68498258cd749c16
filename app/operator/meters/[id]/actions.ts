'use server'

import { revalidatePath } from 'next/cache'
import { formGiven } from '@/app/form-given'
import { utcSeconds } from '@/app/utc-seconds'
import { requireOperator } from '@/lib/auth/viewer'
import { versionedDays } from '@/lib/db/read/interval-changes'
import { refuse, type Decision, type Refusal } from '@/lib/domain/decision'
import { addDays, type LocalDate } from '@/lib/domain/metering/calendar'
import { REASON_LENGTH } from '@/lib/domain/metering/edit-intervals'
import { missingDay } from '@/lib/domain/metering/gaps'
import { slotsOf } from '@/lib/domain/metering/slots'
import { env } from '@/lib/env'
import { editInterval } from '@/lib/services/edit-interval'
import { applyEstimate, previewEstimate, type EstimateOrder, type EstimatePreview } from '@/lib/services/estimate-gaps'
import { undoIntervalChange } from '@/lib/services/undo-interval-change'
import { editsIn } from './day-edit-form'

const METER = /^0x[0-9a-f]{64}$/
const DATE = /^20\d\d-\d\d-\d\d$/
const CHANGE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LENGTHS = [5, 10, 15, 20, 30, 60, 1_440]

const pathOf = (meterId: string) => `/operator/meters/${meterId}`

export type Outcome = { kind: 'refused'; refusal: Refusal } | { kind: 'done'; days: number }
export type EstimateOutcome = Outcome | { kind: 'preview'; order: EstimateOrder; preview: EstimatePreview }

/** Fills gaps: without a fingerprint it shows what would be filled, with one it fills exactly that. */
export async function estimateGapsOf(_: EstimateOutcome | null, form: FormData): Promise<EstimateOutcome> {
  const [from, until] = [dateIn(form, 'from'), dateIn(form, 'until')]
  const meterId = meterIn(form)
  const viewer = await requireOperator(pathOf(meterId ?? ''))
  if (!meterId || !from || !until) return malformed()
  const order = {
    meterId,
    span: { from, to: addDays(until, 1) },
    isAnew: textIn(form, 'anew') === 'on',
    now: utcSeconds(),
  }
  const fingerprint = textIn(form, 'fingerprint')
  if (!fingerprint) {
    const preview = await previewEstimate(viewer, order)
    return preview.ok
      ? { kind: 'preview', order, preview: preview.value }
      : { kind: 'refused', refusal: preview.refusal }
  }
  const reason = textIn(form, 'reason').slice(0, REASON_LENGTH.most)
  return outcomeOf(await applyEstimate(viewer, order, { fingerprint, reason }), meterId, (applied) => applied.days)
}

/** Puts values in the place of a day's intervals. */
export async function editDay(_: Outcome | null, form: FormData): Promise<Outcome> {
  const [meterId, day, minutes] = [meterIn(form), dateIn(form, 'day'), Number(textIn(form, 'minutes'))]
  const viewer = await requireOperator(pathOf(meterId ?? ''))
  if (!meterId || !day || !LENGTHS.includes(minutes)) return malformed()
  const [stored] = await versionedDays(viewer, meterId, { from: day, to: addDays(day, 1) })
  const shown = stored ?? missingDay(day, minutes, env.marketTimeZone)
  const edits = editsIn(form, shown, slotsOf(shown, env.marketTimeZone))
  if (!edits) return { kind: 'refused', refusal: refuse('EditNotWhole').refusal }
  const version = textIn(form, 'version') === '' ? null : Number(textIn(form, 'version'))
  const edit = { meterId, day, minutes, edits, reason: textIn(form, 'reason'), version, now: utcSeconds() }
  return outcomeOf(await editInterval(viewer, edit), meterId, () => 1)
}

/** Takes a change back. */
export async function undoChange(_: Outcome | null, form: FormData): Promise<Outcome> {
  const [meterId, change] = [meterIn(form), textIn(form, 'change')]
  const viewer = await requireOperator(pathOf(meterId ?? ''))
  if (!meterId || !CHANGE.test(change)) return malformed()
  return outcomeOf(await undoIntervalChange(viewer, change), meterId, () => 1)
}

function outcomeOf<T>(decision: Decision<T>, meterId: string, daysOf: (value: T) => number): Outcome {
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal }
  revalidatePath(pathOf(meterId))
  return { kind: 'done', days: daysOf(decision.value) }
}

const malformed = () => ({ kind: 'refused' as const, refusal: refuse('RequestMalformed').refusal })

function textIn(form: FormData, field: string): string {
  const value = formGiven(form).get(field)
  return typeof value === 'string' ? value : ''
}

function meterIn(form: FormData): string | null {
  const meter = textIn(form, 'meter').toLowerCase()
  return METER.test(meter) ? meter : null
}

function dateIn(form: FormData, field: string): LocalDate | null {
  const text = textIn(form, field)
  return DATE.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ? text : null
}
