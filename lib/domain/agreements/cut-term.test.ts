/** The cases of contracts/test/AgreementBook.switch*.t.sol and AgreementBook.end.t.sol, with the months of their `boundaries`. */
import { describe, expect, it } from 'vitest'
import { consecutivePeriods } from '../settlement/period'
import type { Hex } from '../units/hex'
import { micro } from '../units/units'
import { coolingOffEnd, cutTerm, earliestCut, isCoolingOff, isUndoable, type CutFacts } from './cut-term'

const DAY_S = 86_400
const ID: Hex = `0x${'01'.repeat(32)}`
const EXIT_FEE = micro(150_000_000n)
/** December 2025, as in MarketTest, to which January is boundaries[1]. */
const calendar = consecutivePeriods({ year: 2025, month: 12 }, 13, 'Asia/Shanghai')
const boundaries = calendar.map(({ start }) => start)
const at = (index: number) => boundaries[index] ?? 0

/** SwitchTest: a year, an exit fee, no notice, seven days of cooling-off that are over when January begins. */
function facts(changes: Partial<CutFacts> = {}, offer: Partial<CutFacts['offer']> = {}): CutFacts {
  const term = {
    agreementId: ID,
    signedAt: at(1) - 10 * DAY_S,
    settledUntil: at(1),
    endsAt: null,
    periods: 0,
    termPeriods: 12,
  }
  return {
    now: at(1) + DAY_S,
    term,
    offer: { noticeDays: 0, coolingOffDays: 7, exitFee: EXIT_FEE, ...offer },
    calendar,
    period: at(1),
    instant: at(3),
    ...changes,
  }
}

const termOf = (changes: Partial<CutFacts['term']>) => ({ term: { ...facts().term, ...changes } })
const verdict = (given: CutFacts) => {
  const cut = cutTerm(given)
  return cut.ok ? cut.value.exitFee : cut.refusal.name
}

describe('cutTerm', () => {
  it('costs the exit fee before the end of the term', () => {
    expect(cutTerm(facts())).toEqual({ ok: true, value: { endsAt: at(3), exitFee: EXIT_FEE } })
  })

  it('test_NoExitFeeWithinTheCoolingOffDays', () => {
    const now = facts().term.signedAt + 20 * DAY_S - 1
    expect(verdict(facts({ now, instant: at(2) }, { coolingOffDays: 20 }))).toBe(0n)
  })

  it('test_TheExitFeeIsDueFromTheSecondInWhichCoolingOffEnds', () => {
    const now = facts().term.signedAt + 20 * DAY_S
    expect(verdict(facts({ now, instant: at(2) }, { coolingOffDays: 20 }))).toBe(EXIT_FEE)
  })

  it('test_NoExitFeeAtTheEndOfTheTerm', () => {
    const three = termOf({ termPeriods: 3 })
    expect(verdict(facts({ ...three, instant: at(4) }))).toBe(0n)
    expect(verdict(facts({ ...three, instant: at(3) }))).toBe(EXIT_FEE)
  })

  it('test_RevertGiven_AgreementEndsSooner', () => {
    const refusal = { name: 'AgreementEndsSooner', facts: { agreementId: ID, endsAt: BigInt(at(4)) } }
    const three = termOf({ termPeriods: 3 })
    expect(cutTerm(facts({ ...three, instant: at(5) }))).toEqual({ ok: false, refusal })
    const billed = termOf({ termPeriods: 3, periods: 1, settledUntil: at(2) })
    expect(cutTerm(facts({ ...billed, period: at(2), instant: at(9) }))).toEqual({ ok: false, refusal })
  })

  it('test_RevertGiven_NoticeTooShort', () => {
    const late = facts({ now: at(3) - 30 * DAY_S + 1 }, { noticeDays: 30 })
    expect(cutTerm(late)).toEqual({
      ok: false,
      refusal: { name: 'NoticeTooShort', facts: { instant: BigInt(at(3)), earliest: BigInt(at(3) + 1) } },
    })
    expect(verdict({ ...late, now: at(3) - 30 * DAY_S })).toBe(EXIT_FEE)
  })

  it('test_RevertGiven_AgreementEnding', () => {
    const refusal = { name: 'AgreementEnding', facts: { agreementId: ID, endsAt: BigInt(at(3)) } }
    expect(cutTerm(facts({ ...termOf({ endsAt: at(3) }), instant: at(4) }))).toEqual({ ok: false, refusal })
  })

  it('test_RevertGiven_EndTooEarly', () => {
    const refusal = { name: 'EndTooEarly', facts: { instant: BigInt(at(1)), earliest: BigInt(at(1)) } }
    expect(cutTerm(facts({ instant: at(1) }))).toEqual({ ok: false, refusal })
  })

  it.each([at(0), at(2), at(1) + 1])('test_RevertGiven_AnotherPeriodThanTheOneSettledInto: %d', (period) => {
    expect(cutTerm(facts({ period }))).toEqual({
      ok: false,
      refusal: { name: 'PeriodUnknown', facts: { start: BigInt(period) } },
    })
  })

  it('test_RevertGiven_AGapInTheCalendarBeforeTheEnd', () => {
    const [gap, later] = [at(6), at(8)]
    const gappy = calendar.filter(({ start }) => start !== gap)
    expect(cutTerm(facts({ calendar: gappy, instant: later }))).toEqual({
      ok: false,
      refusal: { name: 'PeriodUnknown', facts: { start: BigInt(gap) } },
    })
    expect(verdict(facts({ calendar: gappy, instant: at(5) }))).toBe(EXIT_FEE)
  })
})

describe('earliestCut', () => {
  it('is the next boundary without notice, and costs what that costs', () => {
    expect(earliestCut(facts())).toEqual({ ok: true, value: { endsAt: at(2), exitFee: EXIT_FEE } })
  })

  it('is the first boundary that notice leaves open, to the second', () => {
    const now = at(3) - 30 * DAY_S
    expect(earliestCut(facts({ now }, { noticeDays: 30 }))).toMatchObject({ value: { endsAt: at(3) } })
    expect(earliestCut(facts({ now: now + 1 }, { noticeDays: 30 }))).toMatchObject({ value: { endsAt: at(4) } })
  })

  it('knows no notice and no fee in the cooling-off days', () => {
    const offer = { noticeDays: 90, coolingOffDays: 20 }
    expect(earliestCut(facts({}, offer))).toEqual({ ok: true, value: { endsAt: at(2), exitFee: 0n } })
  })

  it('comes after the first month of an agreement that has not started', () => {
    const pending = facts({ now: at(1) - 2 * DAY_S })
    expect(earliestCut(pending)).toMatchObject({ value: { endsAt: at(2) } })
  })

  it('says that the term ends by itself before notice has passed', () => {
    const last = termOf({ termPeriods: 3, periods: 2, settledUntil: at(3) })
    const given = facts({ ...last, period: at(3), now: at(4) - 5 * DAY_S }, { noticeDays: 30 })
    expect(earliestCut(given)).toMatchObject({ refusal: { name: 'AgreementEndsSooner' } })
  })

  it('says what is in the way otherwise', () => {
    expect(earliestCut(facts(termOf({ endsAt: at(3) })))).toMatchObject({ refusal: { name: 'AgreementEnding' } })
    expect(earliestCut(facts({ now: at(12) + 40 * DAY_S }))).toMatchObject({ refusal: { name: 'PeriodUnknown' } })
  })
})

describe('cooling off', () => {
  const term = facts().term
  it('lasts to the last second of its days, and supply may begin within it', () => {
    const end = coolingOffEnd(term, { coolingOffDays: 7 })
    expect(end).toBe(term.signedAt + 604_800)
    expect(isCoolingOff(term, { coolingOffDays: 7 }, end - 1)).toBe(true)
    expect(isCoolingOff(term, { coolingOffDays: 7 }, end)).toBe(false)
    const offer = { coolingOffDays: 40 }
    expect(isUndoable(term, offer, { start: at(1), now: at(1) - 1 })).toBe(true)
    expect(isUndoable(term, offer, { start: at(1), now: at(1) })).toBe(false)
    expect(isUndoable({ ...term, periods: 1 }, offer, { start: at(1), now: at(1) - 1 })).toBe(false)
  })
})
