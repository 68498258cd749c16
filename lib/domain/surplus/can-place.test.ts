import { describe, expect, it } from 'vitest'
import { ZERO_HASH, type Address, type Hex } from '../units/hex'
import { micro, watt, wh } from '../units/units'
import { canBid, type BiddingFacts } from './can-bid'
import { canList, type LotCredit, type ListingFacts } from './can-list'
import { canWithdrawOrder, type OrderWithdrawalFacts } from './can-withdraw'
import type { ChainSession, PlacingFacts, WishedOrder } from './placing'
import { tick } from './tick'
import type { AgreementFacts } from './traded-agreement'

const ME: Address = '0x00000000000000000000000000000000000000c1'
const OTHER: Address = '0x00000000000000000000000000000000000000c2'
const AGREEMENT: Hex = `0x${'a1'.repeat(32)}`
const CREDIT: Hex = `0x${'0e'.repeat(32)}`
/** Periods of 1,000 seconds; the session trades that of 3,000. */
const calendar = [1_000, 2_000, 3_000, 4_000].map((start) => ({ start, end: start + 1_000 }))
const session: ChainSession = {
  ...{ status: 'Open', kind: 'Contracted', region: 42, start: 3_000, lockAt: 3_300, closeAt: 3_500 },
}
const order: WishedOrder = {
  ...{ sessionId: 7n, account: ME, energy: wh(4_000n), price: tick(300n), subject: AGREEMENT, nonce: 2n },
  expiry: 3_400,
}
const placing: PlacingFacts = {
  ...{ now: 3_100, order, session, nextNonce: 2n, signatureValid: null, sideTaken: null, group: 0, pausedUntil: 0 },
}
/** Supplies from 1,000 on; one period is settled. The third of its months is traded: 30 kWh. */
const agreement: AgreementFacts = {
  terms: {
    ...{ consumer: ME, start: 1_000 },
    contracted: [10_000n, 20_000n, 30_000n, ...Array<bigint>(9).fill(40_000n)].map(wh),
  },
  state: { settledUntil: 2_000, endsAt: null, periods: 1, termPeriods: 12, ended: false },
  supplyPoint: { region: 42, capacity: watt(100n) },
  calendar,
  traded: { listed: wh(1_000n), wanted: wh(2_000n), sold: wh(3_000n), bought: wh(5_000n) },
}
const credit: LotCredit = {
  ...{ creditId: BigInt(CREDIT), kind: 'Exported', region: 42, start: 3_000, expiry: 0, held: wh(4_000n) },
}
const exported = { ...session, kind: 'Exported' as const }
const lotOfCredits = { ...placing, session: exported, order: { ...order, subject: CREDIT } }

const verdict = (decision: ReturnType<typeof canList> | ReturnType<typeof canBid>) =>
  decision.ok ? decision.value : decision.refusal.name
const list = (changes: Partial<PlacingFacts & { agreement: AgreementFacts }>) =>
  verdict(canList({ ...placing, agreement, ...changes } as ListingFacts))
const listCredits = (changes: Partial<LotCredit>, of: Partial<WishedOrder> = {}) =>
  verdict(canList({ ...lotOfCredits, order: { ...lotOfCredits.order, ...of }, credit: { ...credit, ...changes } }))
/** 4 kWh at 300 ticks lock ¥1.20. */
const bidding: BiddingFacts = { ...placing, agreement, free: micro(1_200_000n) }
const bid = (changes: Partial<BiddingFacts>) => verdict(canBid({ ...bidding, ...changes }))
const withOrder = (changes: Partial<WishedOrder>) => ({ order: { ...order, ...changes } })

describe('placing', () => {
  it.each([
    ['ActivityPaused', { pausedUntil: 3_101 }],
    ['SessionUnknown', { session: { ...session, status: 'Unknown' } }],
    ['SessionNotOpen', { session: { ...session, status: 'Cleared' } }],
    ['SessionClosed', { now: 3_500, ...withOrder({ expiry: 9_999 }) }],
    ['EnergyZero', withOrder({ energy: wh(0n) })],
    ['IntentExpired', { now: 3_401 }],
    ['InvalidAccountNonce', { nextNonce: 3n }],
    ['SignatureInvalid', { signatureValid: false }],
  ] as const)('%s of lots and bids alike', (name, changes) => {
    expect([list(changes), bid(changes)]).toEqual([name, name])
  })

  it('goes on after the lock, until the close', () => {
    const late = { now: 3_499, ...withOrder({ expiry: 3_499 }) }
    expect([list(late), bid(late)]).toEqual([26_000n, 1_200_000n])
  })

  it('keeps an account and its group on one side', () => {
    expect([list({ sideTaken: 'Lot' }), bid({ sideTaken: 'Lot' })]).toEqual([26_000n, 'AffiliateTrade'])
    expect([list({ sideTaken: 'Bid' }), bid({ sideTaken: 'Bid' })]).toEqual(['AffiliateTrade', 1_200_000n])
  })
})

describe('canList', () => {
  it('sells contracted energy that is not sold or listed: 30 − 3 − 1 kWh', () => {
    expect(list(withOrder({ energy: wh(26_000n) }))).toBe(26_000n)
    expect(list(withOrder({ energy: wh(26_001n) }))).toBe('LotAboveContracted')
  })

  it.each([
    ['NotAgreementConsumer', { terms: { ...agreement.terms, consumer: OTHER } }],
    ['AgreementUnknown', { state: null }],
    ['AgreementIsEnded', { state: { ...agreement.state!, ended: true } }],
    ['SessionOutOfReach', { supplyPoint: { ...agreement.supplyPoint, region: 43 } }],
    // Settled already, beyond its term, or over before.
    ['PeriodNotSupplied', { state: { ...agreement.state!, settledUntil: 4_000, periods: 3 } }],
    ['PeriodNotSupplied', { state: { ...agreement.state!, termPeriods: 2 } }],
    ['PeriodNotSupplied', { state: { ...agreement.state!, endsAt: 3_000 } }],
    ['PeriodNotSupplied', { terms: { ...agreement.terms, start: 4_000 } }],
  ])('%s', (name, changes) => {
    expect(list({ agreement: { ...agreement, ...changes } })).toBe(name)
  })

  it('counts a part of the period in which it supplies: 30 kWh × 250 ÷ 1,000 − 4 kWh', () => {
    const cut = { ...agreement, state: { ...agreement.state!, endsAt: 3_250 } }
    expect(list({ agreement: cut, ...withOrder({ energy: wh(3_500n) }) })).toBe(3_500n)
    expect(list({ agreement: cut, ...withOrder({ energy: wh(3_501n) }) })).toBe('LotAboveContracted')
  })

  it.each([
    [4_000n, {}],
    ['CreditsShort', { held: wh(3_999n) }],
    ['SubjectInvalid', { start: 2_000 }],
    ['SubjectInvalid', { kind: 'Usable' }],
    ['SessionOutOfReach', { region: 43 }],
    // Stored energy may be of any period, and must be there when the session closes.
    [4_000n, { kind: 'Stored', start: 1_000, expiry: 3_500 }],
    ['StoredExpired', { kind: 'Stored', start: 1_000, expiry: 3_499 }],
  ] as const)('%s of credits', (name, changes) => expect(listCredits(changes)).toBe(name))
})

describe('canBid', () => {
  it('locks what it costs at its limit', () => {
    expect(bid({})).toBe(1_200_000n)
    expect(bid({ free: micro(1_199_999n) })).toBe('InsufficientFree')
  })

  it('buys no more than the connection can carry: 100 W for 768 hours are 76.8 kWh, of which 30 + 5 + 2 are taken', () => {
    const money = { free: micro(999_999_999n) }
    expect(bid({ ...money, ...withOrder({ energy: wh(39_800n) }) })).toBe(11_940_000n)
    expect(bid({ ...money, ...withOrder({ energy: wh(39_801n) }) })).toBe('ContractedTooMuch')
  })

  it('buys credits for the bills of an agreement of the same region, or to keep them', () => {
    const credits = (changes: Partial<BiddingFacts>) => bid({ session: exported, ...changes })
    expect(credits({ agreement: null, ...withOrder({ subject: ZERO_HASH }) })).toBe(1_200_000n)
    // Whatever it supplies in the session's own period, and however much the connection carries.
    const over = { ...agreement, state: { ...agreement.state!, settledUntil: 4_000, periods: 3 } }
    expect(credits({ agreement: over, free: micro(999_999_999n), ...withOrder({ energy: wh(99_999n) }) })).toBe(
      29_999_700n,
    )
    expect(credits({ agreement: { ...agreement, state: null } })).toBe('AgreementUnknown')
    expect(credits({ agreement: { ...agreement, terms: { ...agreement.terms, consumer: OTHER } } })).toBe(
      'NotAgreementConsumer',
    )
    expect(credits({ agreement: { ...agreement, state: { ...agreement.state!, ended: true } } })).toBe(
      'AgreementIsEnded',
    )
    expect(credits({ agreement: { ...agreement, supplyPoint: { region: 43, capacity: watt(1n) } } })).toBe(
      'SessionOutOfReach',
    )
  })
})

describe('canWithdrawOrder', () => {
  const withdrawal = { sessionId: 7n, account: ME, isLot: false, index: 0, nonce: 2n, expiry: 3_400 }
  const facts: OrderWithdrawalFacts = {
    ...{ now: 3_299, withdrawal, session, nextNonce: 2n, signatureValid: null, owner: ME },
  }
  it.each([
    ['withdrawn', {}],
    ['SessionLocked', { now: 3_300 }],
    ['SessionNotOpen', { session: { ...session, status: 'Untraded' as const } }],
    ['SessionUnknown', { session: { ...session, status: 'Unknown' as const } }],
    ['IntentExpired', { withdrawal: { ...withdrawal, expiry: 3_298 } }],
    ['InvalidAccountNonce', { nextNonce: 9n }],
    ['SignatureInvalid', { signatureValid: false }],
    ['OrderUnknown', { owner: OTHER }],
    ['OrderUnknown', { owner: null }],
  ])('%s', (name, changes) => {
    const decision = canWithdrawOrder({ ...facts, ...changes })
    expect(decision.ok ? 'withdrawn' : decision.refusal.name).toBe(name)
  })
})
