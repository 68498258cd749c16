import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { offerHref, planOf } from './plan-query'

const plan = Array.from({ length: 12 }, (_, index) => ({ month: index + 1, energy: wh(BigInt(index + 1) * 100_000n) }))
const queryIn = (href: string) => new URL(href, 'http://market').searchParams.get('plan') ?? undefined

describe('a plan in the address of an offer', () => {
  it('comes back January first, whichever month it began with', () => {
    const rotated = [...plan.slice(7), ...plan.slice(0, 7)]
    expect(planOf(queryIn(offerHref('0x1', rotated)))).toEqual(plan.map(({ energy }) => energy))
  })

  it('is rounded to whole kWh', () => {
    const odd = plan.map((one) => ({ ...one, energy: wh(one.energy + 499n) }))
    expect(planOf(queryIn(offerHref('0x1', odd)))).toEqual(plan.map(({ energy }) => energy))
    const above = plan.map((one) => ({ ...one, energy: wh(one.energy + 500n) }))
    expect(planOf(queryIn(offerHref('0x1', above)))?.[0]).toBe(101_000n)
  })

  it('is cut to what can be, and is none if it cannot be read', () => {
    const most = Array.from({ length: 12 }, () => '999999999999').join('.')
    expect(planOf(most)?.[0]).toBe(1_000_000_000n)
    for (const wrong of [
      undefined,
      '',
      '1.2.3',
      ['1', '2'],
      most.replace('9', '-'),
      `${most}.1`,
      '0.0.0.0.0.0.0.0.0.0.0.0',
      most.replace('9', '1e'),
    ])
      expect(planOf(wrong)).toBeNull()
  })
})
