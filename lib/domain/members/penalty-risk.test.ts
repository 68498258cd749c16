import { describe, expect, it } from 'vitest'
import type { Ending, PeriodOutlook, Standing } from '../billing/period-outlook'
import { micro, signedMicro, wh } from '../units/units'
import { penaltyRisk } from './penalty-risk'

const END = 1_769_875_200
const DAY_S = 86_400
const ending = (deviation: bigint): Ending => ({
  used: wh(0n),
  bill: micro(0n),
  excess: wh(0n),
  shortfall: wh(0n),
  deviation: signedMicro(deviation),
})
const outlook = (standing: Standing, deviation = 5n): PeriodOutlook => ({
  standing,
  contracted: wh(100n),
  lower: wh(95n),
  upper: wh(105n),
  soFar: wh(60n),
  likely: ending(deviation),
  low: ending(0n),
  high: ending(9n),
  nothingMore: ending(7n),
  room: wh(45n),
  needed: wh(35n),
})
const running = (standing: Standing, deviation?: bigint, days = 7) => ({
  end: END,
  outlook: outlook(standing, deviation),
  use: { soFar: { days } },
})

describe('the risk of leaving the band', () => {
  it('says what may still be used, and what more than that is likely to cost', () =>
    expect(penaltyRisk(running('mayExceed'), END - 3 * DAY_S)).toEqual({
      standing: 'mayExceed',
      energy: 45n,
      cost: 5n,
    }))
  it('says what must still be used', () =>
    expect(penaltyRisk(running('mayFallShort'), END - 20 * DAY_S)).toMatchObject({ energy: 35n }))
  it('is silent where the band is kept, or left already', () => {
    expect(penaltyRisk(running('within'), END - 9 * DAY_S)).toBeNull()
    expect(penaltyRisk(running('over'), END - 9 * DAY_S)).toBeNull()
  })
  it('is silent when it is too late to do something', () =>
    expect(penaltyRisk(running('mayExceed'), END - 3 * DAY_S + 1)).toBeNull())
  it('is silent before a week is known', () =>
    expect(penaltyRisk(running('mayExceed', 5n, 6), END - 9 * DAY_S)).toBeNull())
  it('is silent where leaving the band costs nothing', () => {
    expect(penaltyRisk(running('mayExceed', 0n), END - 9 * DAY_S)).toBeNull()
    expect(penaltyRisk(running('mayExceed', -4n), END - 9 * DAY_S)).toBeNull()
  })
})
