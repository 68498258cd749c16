import { describe, expect, it } from 'vitest'
import { sampleDay } from '@/lib/domain/metering/meter-day.sample'
import { slotsOf } from '@/lib/domain/metering/slots'
import { editsIn, fieldOf, shownValue } from './day-edit-form'

const day = sampleDay('2026-01-14', { importWh: 100, exportWh: 5, missing: [2] })
const slots = slotsOf(day, 'Asia/Shanghai')

/** As the page sends it: every field, with what was typed over it. */
function edits(typed: Record<string, string>) {
  const form = new FormData()
  for (const [at, slot] of slots.entries())
    for (const direction of ['import', 'export'] as const) {
      const field = fieldOf(direction, slot)
      form.set(field, typed[`${direction} ${at}`] ?? shownValue(day, direction, at))
    }
  return editsIn(form, day, slots)
}

describe('the form of a day', () => {
  it('changes only what was typed over', () => {
    expect(edits({})).toEqual([])
    expect(edits({ 'import 1': ' 250 ' })).toEqual([{ start: slots[1]!.start, importWh: 250n, exportWh: 5n }])
  })

  it('takes zero for the other direction of what was missing', () => {
    expect(edits({ 'export 2': '7' })).toEqual([{ start: slots[2]!.start, importWh: 0n, exportWh: 7n }])
    expect(edits({ 'import 2': '0' })).toEqual([{ start: slots[2]!.start, importWh: 0n, exportWh: 0n }])
  })

  it('takes whole watt-hours only', () => {
    for (const text of ['1.5', '-1', '1e3', '1,000', '9999999999', 'x', '０'])
      expect(edits({ 'import 1': text })).toBeNull()
  })
})
