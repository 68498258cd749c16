/** The form in which a person puts values in the place of a day's intervals. */
import type { IntervalEdit } from '@/lib/domain/metering/edit-intervals'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { Slot } from '@/lib/domain/metering/slots'
import { wh, type Wh } from '@/lib/domain/units/units'

/** No interval holds more: see packDay. */
const NUMBER = /^\d{1,9}$/

export const fieldOf = (direction: 'import' | 'export', slot: Pick<Slot, 'start'>) => `${direction}-${slot.start}`

/** What stands in a field to begin with: nothing where nothing is known. */
export function shownValue(day: MeterDay, direction: 'import' | 'export', at: number): string {
  if (day.qualities[at] === 'Missing') return ''
  return String((direction === 'import' ? day.importWh : day.exportWh)[at] ?? '')
}

/**
 * The intervals whose values are others than those shown. An interval that was missing needs at least one number; the other
 * direction is zero then. Null if a field holds no whole number of Wh.
 */
export function editsIn(form: FormData, day: MeterDay, slots: readonly Slot[]): IntervalEdit[] | null {
  const edits: IntervalEdit[] = []
  for (const [at, slot] of slots.entries()) {
    const [taken, given] = (['import', 'export'] as const).map((direction) => {
      const text = form.get(fieldOf(direction, slot))
      return { text: typeof text === 'string' ? text.trim() : '', shown: shownValue(day, direction, at) }
    })
    if (!taken || !given || (taken.text === taken.shown && given.text === given.shown)) continue
    const [importWh, exportWh] = [numberIn(taken.text), numberIn(given.text)]
    if (importWh === null || exportWh === null) return null
    edits.push({ start: slot.start, importWh, exportWh })
  }
  return edits
}

function numberIn(text: string): Wh | null {
  if (text === '') return wh(0n)
  return NUMBER.test(text) ? wh(BigInt(text)) : null
}
