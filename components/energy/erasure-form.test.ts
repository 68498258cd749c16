import { describe, expect, it } from 'vitest'
import { erasureForm } from './erasure-form'

const meter = `0x${'ab'.repeat(32)}`
const person = `0x${'cd'.repeat(20)}`
function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ meter, person, spans: '2025-01-01/2025-02-01', ...fields })) {
    form.set(name, value)
  }
  return form
}

describe('the form of an erasure', () => {
  it('says whose days of which meter were shown', () => {
    expect(erasureForm(formOf({ spans: '2025-01-01/2025-02-01 2025-04-01/2025-04-02' }))).toEqual({
      meterId: meter,
      person,
      seen: [
        { from: '2025-01-01', to: '2025-02-01' },
        { from: '2025-04-01', to: '2025-04-02' },
      ],
    })
  })

  it.each<Record<string, string>>([
    { meter: '0x12' },
    { meter: meter.toUpperCase() },
    { person: '' },
    { spans: '' },
    { spans: '2025-01-01' },
    { spans: '2025-01-01/2025-02-01;DROP' },
    { spans: Array(2_000).fill('2025-01-01/2025-02-01').join(' ') },
  ])('is none with anything else: %#', (fields) => expect(erasureForm(formOf(fields))).toBeNull())

  it('is none without a field', () => expect(erasureForm(new FormData())).toBeNull())
})
