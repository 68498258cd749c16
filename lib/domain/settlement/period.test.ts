import { describe, expect, it } from 'vitest'
import { sampleOffer } from '../offers/offer.sample'
import { PAYEES } from '../billing/lines'
import { accountOf } from './payees'
import { consecutivePeriods, nextPeriod, periodAt, periodOf, periodStarting } from './period'

describe('settlement periods', () => {
  it.each(['Asia/Shanghai', 'Europe/London', 'Australia/Sydney'])('follow one another without gap in %s', (zone) => {
    const periods = consecutivePeriods({ year: 2025, month: 11 }, 14, zone)
    expect(periods.map(({ id }) => id)).toContain('2026-12')
    periods.slice(1).forEach((period, index) => expect(period.start).toBe(periods[index]?.end))
  })

  it('are months of the market, not of UTC', () => {
    const january = periodOf({ year: 2026, month: 1 }, 'Asia/Shanghai')
    expect(january).toEqual({
      id: '2026-01',
      start: Date.parse('2025-12-31T16:00:00Z') / 1_000,
      end: Date.parse('2026-01-31T16:00:00Z') / 1_000,
    })
  })

  it('hold their start and not their end', () => {
    const periods = consecutivePeriods({ year: 2026, month: 1 }, 2, 'Asia/Shanghai')
    const [january, february] = periods
    expect(periodAt(periods, january!.start)).toBe(january)
    expect(periodAt(periods, january!.end - 1)).toBe(january)
    expect(periodAt(periods, january!.end)).toBe(february)
    expect(periodAt(periods, february!.end)).toBeUndefined()
    expect(periodStarting(periods, january!.end)).toBe(february)
    expect(periodStarting(periods, january!.end + 1)).toBeUndefined()
    expect(nextPeriod(periods, january!.start)).toBe(january)
    expect(nextPeriod(periods, january!.start + 1)).toBe(february)
  })
})

describe('accountOf', () => {
  it('resolves every payee through the offer and the tariff table', () => {
    const offer = sampleOffer({ retailer: '0x02', deviation: { excessPayee: '0x05', shortfallPayee: '0x06' } })
    const table = { grid: '0x01', government: '0x03', subsidyPool: '0x04' } as const
    const accounts = PAYEES.map((payee) => accountOf(payee, offer, table))
    expect(accounts).toEqual(['0x01', '0x02', '0x03', '0x04', '0x05', '0x06'])
  })
})
