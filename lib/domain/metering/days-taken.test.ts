import { describe, expect, it } from 'vitest'
import { DaysTaken, writtenDate } from './days-taken'

const taken = new DaysTaken('2000-01-01', '2026-11-29', 'Asia/Shanghai')
const at = (text: string) => Date.parse(text) / 1_000

describe('the days that a file may be about', () => {
  it('begin and end at local midnights', () => {
    expect(['1999-12-31', '2000-01-01', '2026-11-28', '2026-11-29'].map((day) => taken.hasDay(day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const edges = ['1999-12-31T15:59:59Z', '1999-12-31T16:00Z', '2026-11-28T15:59:59Z', '2026-11-28T16:00Z']
    expect(edges.map((edge) => taken.hasInstant(at(edge)))).toEqual([false, true, true, false])
  })

  it('are far away for times that no calendar has', () => {
    expect(taken.farOutside({ start: -9e14, end: 0 })).toBe(-9e14)
    expect(taken.farOutside({ start: at('2026-01-01'), end: 9e14 })).toBe(9e14)
    expect(taken.farOutside({ start: at('2000-01-01'), end: at('2026-11-29T12:00Z') })).toBeNull()
  })
})

describe('a date in a report', () => {
  it('is written for any number', () => {
    expect([at('2026-02-03T23:00Z'), -9e14, 9e14].map(writtenDate)).toEqual(['2026-02-03', '1970-01-01', '9999-12-31'])
  })
})
