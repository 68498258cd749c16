import { describe, expect, it } from 'vitest'
import { SAMPLE_VALID_FROM, SAMPLE_VALID_UNTIL, sampleOffer } from '../offers/offer.sample'
import { ZERO_HASH, type Hex } from '../units/hex'
import { micro, watt, wh } from '../units/units'
import { canSign, type SigningFacts } from './can-sign'
import type { Terms } from './terms'

const OFFER_ID: Hex = `0x${'0f'.repeat(32)}`
const OTHER_ID: Hex = `0x${'0e'.repeat(32)}`
const METER_ID: Hex = `0x${'3e'.repeat(32)}`
const CONSUMER: Hex = '0x00000000000000000000000000000000000000c1'
const STRANGER: Hex = '0x00000000000000000000000000000000000000c2'
const START = SAMPLE_VALID_FROM + 1_000

const terms: Terms = {
  consumer: CONSUMER,
  offerId: OFFER_ID,
  meterId: METER_ID,
  start: START,
  contracted: Array(12).fill(wh(100_000_000n)),
  replaces: ZERO_HASH,
  nonce: 3n,
  expiry: START,
}
const DEPOSIT = 5_000_000_000n

const signable: SigningFacts = {
  now: START - 500,
  terms,
  offerId: OFFER_ID,
  offer: sampleOffer(),
  offerState: { status: 'Published', sold: wh(0n) },
  retailerAdmitted: true,
  calendar: [{ start: START }],
  supplyPoint: { holder: CONSUMER, region: 42, voltageClass: 2, customerClass: 'Business', capacity: watt(1_000_000n) },
  supplying: null,
  nextNonce: 3n,
  signatureValid: true,
  free: micro(DEPOSIT),
  pausedUntil: 0,
}

const verdict = (changes: Partial<SigningFacts>) => {
  const decision = canSign({ ...signable, ...changes })
  return decision.ok ? 'signed' : decision.refusal.name
}
const withTerms = (changes: Partial<Terms>) => ({ terms: { ...terms, ...changes } })
const supplyPoint = signable.supplyPoint ?? undefined

describe('canSign', () => {
  it('says what will be sold and locked', () => {
    expect(canSign(signable)).toEqual({ ok: true, value: { yearly: 1_200_000_000n, amount: DEPOSIT } })
  })

  it.each([
    ['ActivityPaused', { pausedUntil: signable.now + 1 }],
    ['signed', { pausedUntil: signable.now }],
    ['OfferMismatch', { offerId: OTHER_ID }],
    ['OfferNotYetValid', { now: SAMPLE_VALID_FROM - 1 }],
    ['signed', { now: SAMPLE_VALID_FROM }],
    ['NotMember', { retailerAdmitted: false }],
    ['signed', { now: START }],
    ['StartInPast', { now: START + 1 }],
    ['PeriodUnknown', { calendar: [] }],
    ['PeriodUnknown', { calendar: [{ start: START - 1 }, { start: START + 1 }] }],
    ['MeterUnknown', { supplyPoint: null }],
    ['NotMeterHolder', { supplyPoint: { ...supplyPoint!, holder: STRANGER } }],
    ['ContractedTooMuch', { supplyPoint: { ...supplyPoint!, capacity: watt(1n) } }],
    ['OfferOutOfReach', { supplyPoint: { ...supplyPoint!, region: 43 } }],
    ['OfferOutOfReach', { supplyPoint: { ...supplyPoint!, voltageClass: 1 } }],
    ['OfferOutOfReach', { supplyPoint: { ...supplyPoint!, customerClass: 'Household' } }],
    ['MeterAlreadySupplied', { supplying: OTHER_ID }],
    ['NotSupplying', withTerms({ replaces: OTHER_ID })],
    ['signed', withTerms({ expiry: signable.now })],
    ['IntentExpired', withTerms({ expiry: signable.now - 1 })],
    ['InvalidAccountNonce', { nextNonce: 4n }],
    ['SignatureInvalid', { signatureValid: false }],
    ['signed', { signatureValid: null }],
    ['OfferUnknown', { offerState: { status: 'Unknown', sold: wh(0n) } }],
    ['OfferIsWithdrawn', { offerState: { status: 'Withdrawn', sold: wh(0n) } }],
    ['InsufficientFree', { free: micro(DEPOSIT - 1n) }],
    ['signed', { free: micro(DEPOSIT + 1n) }],
  ] satisfies [string, Partial<SigningFacts>][])('%s: case %#', (expected, changes) => {
    expect(verdict(changes)).toBe(expected)
  })

  it('holds the offer to its last second', () => {
    const late = { start: SAMPLE_VALID_UNTIL + 10, expiry: SAMPLE_VALID_UNTIL + 10 }
    const facts = { ...withTerms(late), calendar: [{ start: late.start }] }
    expect(verdict({ ...facts, now: SAMPLE_VALID_UNTIL - 1 })).toBe('signed')
    expect(verdict({ ...facts, now: SAMPLE_VALID_UNTIL })).toBe('OfferExpired')
  })

  it('sells no more than the capacity of the offer', () => {
    const offer = sampleOffer({ capacity: wh(1_500_000_000n) })
    const sold = (energy: bigint) => ({ offer, offerState: { status: 'Published' as const, sold: wh(energy) } })
    expect(verdict(sold(300_000_000n))).toBe('signed')
    expect(canSign({ ...signable, ...sold(300_000_001n) })).toEqual({
      ok: false,
      refusal: {
        name: 'OfferSoldOut',
        facts: { offerId: OFFER_ID, capacity: 1_500_000_000n, wanted: 1_200_000_000n },
      },
    })
  })

  it('says how much is needed and how much is there', () => {
    expect(canSign({ ...signable, free: micro(1n) })).toEqual({
      ok: false,
      refusal: { name: 'InsufficientFree', facts: { account: CONSUMER, needed: DEPOSIT, free: 1n } },
    })
  })

  it('finds the holder whatever the case of its digits', () => {
    const holder = CONSUMER.replace('c1', 'C1') as Hex
    expect(verdict({ supplyPoint: { ...supplyPoint!, holder } })).toBe('signed')
  })
})
