import { describe, expect, it } from 'vitest'
import { consecutivePeriods } from '../settlement/period'
import { ZERO_HASH, type Hex } from '../units/hex'
import { micro } from '../units/units'
import { endChoice, type ChoiceFacts } from './end-choice'
import { stageOf, supplying, wasCancelled } from './supplying'

const DAY_S = 86_400
const [OLD, ID, NEXT] = ['01', '02', '03'].map((byte) => `0x${byte.repeat(32)}` as Hex)
const calendar = consecutivePeriods({ year: 2026, month: 1 }, 6, 'Asia/Shanghai')
const at = (index: number) => calendar[index]!.start
const SIGNED = at(1) - 10 * DAY_S
const FEE = micro(60_000_000n)

function facts(changes: Partial<ChoiceFacts['agreement']> = {}, now = SIGNED + DAY_S): ChoiceFacts {
  return {
    now,
    agreement: {
      agreementId: ID!,
      signedAt: SIGNED,
      settledUntil: at(1),
      endsAt: null,
      periods: 0,
      termPeriods: 12,
      start: at(1),
      deposit: micro(5n),
      replaces: OLD!,
      successor: null,
      ...changes,
    },
    offer: { noticeDays: 30, coolingOffDays: 7, exitFee: FEE },
    calendar,
  }
}

describe('endChoice', () => {
  it('undoes before supply and within the cooling-off days, and the signature must not outlive them', () => {
    expect(endChoice(facts())).toEqual({
      ok: true,
      value: {
        outcome: { kind: 'undone', deposit: 5n, restores: OLD },
        endsAt: at(1),
        until: SIGNED + 7 * DAY_S - 1,
      },
    })
    expect(endChoice(facts({ replaces: ZERO_HASH }))).toMatchObject({ value: { outcome: { restores: null } } })
  })

  it('must not outlive the start of supply either', () => {
    const late = { ...facts({ signedAt: at(1) - DAY_S }), now: at(1) - 60 }
    expect(endChoice(late)).toMatchObject({ value: { until: at(1) - 1 } })
  })

  it('cuts after the first month once the cooling-off days are over, with notice and fee', () => {
    expect(endChoice(facts({}, SIGNED + 7 * DAY_S))).toEqual({
      ok: true,
      value: { outcome: { kind: 'cut', endsAt: at(2), exitFee: FEE }, endsAt: at(2), until: null },
    })
  })

  it('cuts without a fee in the cooling-off days of a supply that runs, for as long as they last', () => {
    const running = facts({ signedAt: at(1) - DAY_S }, at(1) + DAY_S)
    expect(endChoice(running)).toEqual({
      ok: true,
      value: {
        outcome: { kind: 'cut', endsAt: at(2), exitFee: 0n },
        endsAt: at(2),
        until: at(1) + 6 * DAY_S - 1,
      },
    })
  })

  it('is not there for what another follows, nor for what ends already', () => {
    expect(endChoice(facts({ successor: NEXT!, endsAt: at(2) }))).toMatchObject({
      refusal: { name: 'AgreementEnding' },
    })
    expect(endChoice(facts({ endsAt: at(2) }, at(1) + 9 * DAY_S))).toMatchObject({
      refusal: { name: 'AgreementEnding' },
    })
  })
})

describe('which agreement is which', () => {
  const row = { id: 'a', meterId: 'm', start: 100, endsAt: null, endedAt: null }
  it('is supplied by the earliest that has not ended', () => {
    const rows = [{ ...row, id: 'b', start: 200 }, row, { ...row, id: 'c', start: 50, endedAt: 100 }]
    expect(supplying(rows, 'm')?.id).toBe('a')
    expect(supplying(rows, 'n')).toBeUndefined()
  })

  it('tells cancelled from ended by whether it had started', () => {
    expect(wasCancelled({ start: 100, endedAt: 99 })).toBe(true)
    expect(wasCancelled({ start: 100, endedAt: 100 })).toBe(false)
    expect(wasCancelled({ start: 100, endedAt: null })).toBe(false)
  })

  it.each([
    ['pending', {}, 99],
    ['active', {}, 100],
    ['leaving', { endsAt: 200 }, 199],
    ['closing', { endsAt: 200 }, 200],
    ['ended', { endsAt: 200, endedAt: 200 }, 300],
    ['cancelled', { endedAt: 50 }, 60],
    ['pending', { endsAt: 200 }, 50],
  ] as const)('%s', (stage, changes, now) => expect(stageOf({ ...row, ...changes }, now)).toBe(stage))
})
