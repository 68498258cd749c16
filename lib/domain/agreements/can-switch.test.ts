/** The cases of contracts/test/AgreementBook.switch.t.sol and AgreementBook.switch.refused.t.sol. */
import { describe, expect, it } from 'vitest'
import { SAMPLE_VALID_UNTIL, sampleOffer } from '../offers/offer.sample'
import { consecutivePeriods } from '../settlement/period'
import type { Hex } from '../units/hex'
import { micro, watt, wh } from '../units/units'
import { canSwitch, type SwitchingFacts } from './can-switch'
import type { Terms } from './terms'

const DAY_S = 86_400
const hash = (byte: string): Hex => `0x${byte.repeat(32)}`
const [OLD, OTHER, OFFER_ID, METER_ID] = [hash('01'), hash('02'), hash('0f'), hash('3e')] as const
const CONSUMER: Hex = '0x00000000000000000000000000000000000000c1'
const STRANGER: Hex = '0x00000000000000000000000000000000000000c2'
const DEPOSIT = micro(5_000_000_000n)
const EXIT_FEE = micro(150_000_000n)
const calendar = consecutivePeriods({ year: 2025, month: 12 }, 13, 'Asia/Shanghai')
const at = (index: number) => calendar[index]?.start ?? 0

const terms: Terms = {
  consumer: CONSUMER,
  offerId: OFFER_ID,
  meterId: METER_ID,
  start: at(3),
  contracted: Array(12).fill(wh(100_000_000n)),
  replaces: OLD,
  nonce: 1n,
  expiry: at(3),
}
const state = {
  agreementId: OLD,
  signedAt: at(1) - 10 * DAY_S,
  settledUntil: at(1),
  endsAt: null,
  periods: 0,
  termPeriods: 12,
  ended: false,
  deposit: DEPOSIT,
  successor: null,
}
const old = {
  agreementId: OLD,
  consumer: CONSUMER,
  offer: sampleOffer({ exitFee: EXIT_FEE, noticeDays: 0, coolingOffDays: 7 }),
  state,
  period: at(1),
}

const switchable: SwitchingFacts = {
  now: at(1) + DAY_S,
  terms,
  offerId: OFFER_ID,
  offer: sampleOffer({ validFrom: 0, validUntil: SAMPLE_VALID_UNTIL }),
  offerState: { status: 'Published', sold: wh(0n) },
  retailerAdmitted: true,
  calendar,
  supplyPoint: { holder: CONSUMER, region: 42, voltageClass: 2, customerClass: 'Business', capacity: watt(1_000_000n) },
  supplying: OLD,
  nextNonce: 1n,
  signatureValid: true,
  free: DEPOSIT,
  pausedUntil: 0,
  old,
}

const verdict = (changes: Partial<SwitchingFacts>) => {
  const decision = canSwitch({ ...switchable, ...changes })
  return decision.ok ? 'switched' : decision.refusal.name
}
const withTerms = (changes: Partial<Terms>) => ({ terms: { ...terms, ...changes } })

describe('canSwitch', () => {
  it('test_OneSignatureEndsTheOldAndStartsTheNew', () => {
    expect(canSwitch(switchable)).toEqual({
      ok: true,
      value: {
        deposit: { yearly: 1_200_000_000n, amount: DEPOSIT },
        cut: { endsAt: at(3), exitFee: EXIT_FEE },
      },
    })
  })

  it.each([
    ['NotMeterHolder', 'AnotherConsumerThanTheOneThatSigned', { old: { ...old, consumer: STRANGER } }],
    ['SignatureInvalid', 'SomeoneElsesSignature', { signatureValid: false }],
    ['InsufficientFree', 'NotEnoughForTheNewDeposit', { free: micro(DEPOSIT - 1n) }],
    ['InvalidAccountNonce', 'P6 SwitchReplayed', { nextNonce: 2n }],
    ['AgreementEnding', 'AgreementEnding', { old: { ...old, state: { ...state, endsAt: at(3) } } }],
    ['StartInPast', 'StartInPast', { now: at(3) + 1 }],
    ['PeriodUnknown', 'NotAtABoundary', withTerms({ start: at(3) + 1 })],
    ['PeriodUnknown', 'AnotherPeriodThanTheOneSettledInto', { old: { ...old, period: at(2) } }],
    ['NotSupplying', 'NotSupplying: another agreement', withTerms({ replaces: OTHER })],
    ['NotSupplying', 'NotSupplying: other terms in front of it', { old: { ...old, agreementId: OTHER } }],
    ['NotSupplying', 'nothing supplies it', { supplying: null }],
    ['AgreementIsEnded', 'it has ended', { old: { ...old, state: { ...state, ended: true } } }],
    ['AgreementUnknown', 'the chain does not know it', { old: { ...old, state: null } }],
    ['ActivityPaused', 'signing is paused', { pausedUntil: switchable.now + 1 }],
    ['OfferIsWithdrawn', 'the new offer is withdrawn', { offerState: { status: 'Withdrawn' as const, sold: wh(0n) } }],
  ] satisfies [string, string, Partial<SwitchingFacts>][])('%s: test_RevertGiven_%s', (expected, _, changes) => {
    expect(verdict(changes)).toBe(expected)
  })

  it('test_RevertGiven_EndTooEarly', () => {
    const pending = { ...withTerms({ start: at(1) }), now: at(1) - DAY_S, old }
    expect(verdict(pending)).toBe('EndTooEarly')
  })

  it('test_RevertGiven_NoticeTooShort', () => {
    const notice = { ...old, offer: { ...old.offer, noticeDays: 30 } }
    expect(verdict({ old: notice, now: at(3) - 30 * DAY_S + 1 })).toBe('NoticeTooShort')
    expect(verdict({ old: notice, now: at(3) - 30 * DAY_S })).toBe('switched')
  })

  it('says which agreement supplies the meter instead', () => {
    expect(canSwitch({ ...switchable, ...withTerms({ replaces: OTHER }) })).toEqual({
      ok: false,
      refusal: { name: 'NotSupplying', facts: { meterId: METER_ID, agreementId: OTHER, supplying: OLD } },
    })
  })
})
