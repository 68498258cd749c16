import { describe, expect, it } from 'vitest'
import { choiceIn, hrefOf, meterIn, type SearchParams } from './metering-choice'

const METERED = { from: '2025-11-01', to: '2026-11-27' }
const choice = (search: SearchParams) => choiceIn(search, { meterId: '0xa', metered: METERED, latest: '2026-11-24' })

describe('the address of the page', () => {
  it('without anything shows the last day that has data', () =>
    expect(choice({})).toEqual({ meterId: '0xa', view: 'day', date: '2026-11-24', compare: false, flow: 'import' }))

  it.each([
    ['before the first day', '1999-01-01', '2025-11-01'],
    ['in the future', '2030-01-01', '2026-11-26'],
    ['of no calendar', '2026-02-30', '2026-11-24'],
    ['of no shape', "2026-11-01' OR 1=1", '2026-11-24'],
  ])('with a date %s shows a day that can be shown', (_, date, shown) => expect(choice({ date }).date).toBe(shown))

  it('that repeats a word, or has an unknown one, is read as if it had none', () =>
    expect(choice({ view: ['day', 'year'], compare: 'always' })).toMatchObject({ view: 'day', compare: false }))

  it('leads to what it says', () => {
    const shown = { meterId: '0xa', view: 'month', date: '2026-05-01', compare: true, flow: 'export' } as const
    const search = Object.fromEntries(new URL(hrefOf(shown), 'https://x.example').searchParams)
    expect(choice(search)).toEqual(shown)
  })

  it("names one of the viewer's meters, or shows the first", () => {
    const meters = [{ id: '0xa' }, { id: '0xb' }]
    expect(meterIn(meters, { meter: '0xb' })?.id).toBe('0xb')
    expect(meterIn(meters, { meter: '0xc' })?.id).toBe('0xa')
    expect(meterIn([], { meter: '0xb' })).toBeUndefined()
  })
})
