/** The cases of contracts/test/AgreementBook.end.t.sol. */
import { describe, expect, it } from 'vitest'
import { sampleOffer } from '../offers/offer.sample'
import { consecutivePeriods } from '../settlement/period'
import { ZERO_HASH, type Hex } from '../units/hex'
import { micro, wh } from '../units/units'
import { canEnd, type EndingFacts } from './can-end'

const DAY_S = 86_400
const ID: Hex = `0x${'02'.repeat(32)}`
const OLD: Hex = `0x${'01'.repeat(32)}`
const NEXT: Hex = `0x${'03'.repeat(32)}`
const CONSUMER: Hex = '0x00000000000000000000000000000000000000c1'
const EXIT_FEE = micro(150_000_000n)
const DEPOSIT = micro(5_000_000_000n)
const calendar = consecutivePeriods({ year: 2025, month: 12 }, 13, 'Asia/Shanghai')
const at = (index: number) => calendar[index]?.start ?? 0
const SIGNED = at(1) - 10 * DAY_S

const terms = {
  consumer: CONSUMER,
  offerId: ZERO_HASH,
  meterId: ZERO_HASH,
  start: at(1),
  contracted: Array(12).fill(wh(100_000_000n)),
  replaces: ZERO_HASH,
  nonce: 0n,
  expiry: at(1),
}
const state = {
  agreementId: ID,
  signedAt: SIGNED,
  settledUntil: at(1),
  endsAt: null,
  periods: 0,
  termPeriods: 12,
  ended: false,
  deposit: DEPOSIT,
  successor: null,
}

function facts(changes: Partial<EndingFacts> = {}): EndingFacts {
  return {
    now: at(1) + DAY_S,
    ending: { agreementId: ID, endsAt: at(2), nonce: 1n, expiry: at(2) },
    offer: sampleOffer({ exitFee: EXIT_FEE, noticeDays: 0, coolingOffDays: 7 }),
    terms,
    state,
    before: null,
    calendar,
    period: at(1),
    nextNonce: 1n,
    signatureValid: true,
    pausedUntil: 0,
    ...changes,
  }
}

const verdict = (changes: Partial<EndingFacts>) => {
  const decision = canEnd(facts(changes))
  return decision.ok ? decision.value.kind : decision.refusal.name
}
const early = { now: SIGNED + 7 * DAY_S - 1, ending: { ...facts().ending, endsAt: at(1) } }

describe('canEnd', () => {
  it('test_NoticeEndsAnAgreementAtABoundaryWithItsFee', () => {
    expect(canEnd(facts())).toEqual({ ok: true, value: { kind: 'cut', endsAt: at(2), exitFee: EXIT_FEE } })
  })

  it('test_UndoesAnAgreementThatHasNotStarted', () => {
    expect(canEnd(facts(early))).toEqual({ ok: true, value: { kind: 'undone', deposit: DEPOSIT, restores: null } })
  })

  it('test_AfterTheCoolingOffDaysAnAgreementIsNotUndone', () => {
    const now = SIGNED + 7 * DAY_S
    expect(verdict({ ...early, now })).toBe('EndTooEarly')
    expect(canEnd(facts({ now }))).toMatchObject({ value: { kind: 'cut', exitFee: EXIT_FEE } })
  })

  it('test_CancellingASwitchBeforeItStartsRestoresTheOldAgreement', () => {
    const switched = { ...early, terms: { ...terms, replaces: OLD } }
    const undone = (before: EndingFacts['before']) => canEnd(facts({ ...switched, before }))
    expect(undone({ successor: ID, ended: false })).toMatchObject({ value: { restores: OLD } })
    expect(undone({ successor: ID, ended: true })).toMatchObject({ value: { restores: null } })
    expect(undone({ successor: NEXT, ended: false })).toMatchObject({ value: { restores: null } })
    expect(undone(null)).toMatchObject({ value: { restores: null } })
  })

  it('test_CancellingAfterTheStartEndsAtTheNextBoundaryWithoutFee', () => {
    const offer = sampleOffer({ exitFee: EXIT_FEE, noticeDays: 30, coolingOffDays: 40 })
    expect(canEnd(facts({ offer }))).toEqual({ ok: true, value: { kind: 'cut', endsAt: at(2), exitFee: 0n } })
  })

  it('test_P4_RevertGiven_UndoingAnAgreementThatIsToBeReplaced', () => {
    const replaced = { ...state, successor: NEXT, endsAt: at(2) }
    expect(canEnd(facts({ ...early, state: replaced }))).toEqual({
      ok: false,
      refusal: { name: 'AgreementEnding', facts: { agreementId: ID, endsAt: BigInt(at(2)) } },
    })
  })

  it.each([
    ['ActivityPaused', 'test_RevertGiven_SigningIsPaused', { pausedUntil: facts().now + 1 }],
    ['cut', 'a pause that is over', { pausedUntil: facts().now }],
    ['AgreementUnknown', 'test_RevertGiven_AnotherAgreementThanSigned', { state: null }],
    ['AgreementIsEnded', 'test_RevertGiven_ItHasEndedAlready', { state: { ...state, ended: true } }],
    ['IntentExpired', 'test_RevertGiven_IntentExpired', { now: at(2) + 1 }],
    ['InvalidAccountNonce', 'test_P6_RevertGiven_EndingReplayed', { nextNonce: 2n }],
    ['SignatureInvalid', 'test_RevertGiven_SomeoneElsesSignature', { signatureValid: false }],
    ['cut', 'not signed yet', { signatureValid: null }],
    ['StartInPast', 'an end that has passed', { ending: { ...facts().ending, endsAt: at(1) } }],
    ['PeriodUnknown', 'no boundary', { ending: { ...facts().ending, endsAt: at(2) + 1 } }],
  ] satisfies [string, string, Partial<EndingFacts>][])('%s: %s', (expected, _, changes) => {
    expect(verdict(changes)).toBe(expected)
  })
})
