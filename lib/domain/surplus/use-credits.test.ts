import { describe, expect, it } from 'vitest'
import { bps, microPerKwh, wh } from '../units/units'
import { canReturn, canStore, canWriteVoucher, expiryAfter, type CreditsAsked, type OwnedCredit } from './use-credits'

const NOW = 1_767_225_600
const credit: OwnedCredit = {
  creditId: 9n,
  kind: 'Exported',
  region: 1,
  start: 1_764_547_200,
  expiry: null,
  energy: wh(1_000n),
}
const ask = (change: Partial<CreditsAsked> = {}): CreditsAsked => ({
  account: '0xaa',
  creditId: 9n,
  energy: wh(1_000n),
  credit,
  ...change,
})
const offer = { id: 3, efficiency: bps(9_000n), lifetime: 86_400, left: wh(5_000n), closed: false }
const name = (decision: { ok: true } | { ok: false; refusal: { name: string } }) =>
  decision.ok ? null : decision.refusal.name

describe('storing', () => {
  it('says what comes out and until when, as the chain rounds it', () => {
    // 1,000 × 90 % = 900; a day after a full hour is a full hour.
    expect(canStore(ask(), { id: 3, offer }, NOW)).toEqual({ ok: true, value: { energy: 900n, expiry: NOW + 86_400 } })
    expect(canStore(ask({ energy: wh(19n) }), { id: 3, offer }, NOW)).toMatchObject({ value: { energy: 17n } })
    expect(expiryAfter(NOW + 1, 86_400)).toBe(NOW + 90_000)
  })

  it.each<[string, Partial<CreditsAsked>, Partial<typeof offer> | null, string | null]>([
    ['to the last Wh of both', { energy: wh(1_000n) }, { left: wh(1_000n) }, null],
    ['more than is held', { energy: wh(1_001n) }, {}, 'CreditsShort'],
    ['of a credit that is gone', { credit: null }, {}, 'CreditsShort'],
    ['stored energy again', { credit: { ...credit, kind: 'Stored' } }, {}, 'CreditKindWrong'],
    ['in a storage that is full', {}, { left: wh(999n) }, 'StorageFull'],
    ['in a storage that was closed', {}, { closed: true }, 'StorageFull'],
    ['in no storage', {}, null, 'StorageUnknown'],
    ['one Wh, of which nothing comes out', { energy: wh(1n) }, {}, 'EnergyZero'],
    ['nothing', { energy: wh(0n) }, {}, 'EnergyZero'],
  ])('%s', (_, change, terms, expected) => {
    expect(name(canStore(ask(change), { id: 3, offer: terms && { ...offer, ...terms } }, NOW))).toBe(expected)
  })
})

describe('returning', () => {
  const place = { region: 1, start: credit.start, price: microPerKwh(350_001n) }

  it('pays the published price, rounded down', () => {
    // 999 × 350,001 / 1,000 = 349,650.999
    expect(canReturn(ask({ energy: wh(999n) }), place)).toEqual({ ok: true, value: 349_650n })
  })

  it.each<[string, Partial<CreditsAsked>, bigint | null, string | null]>([
    ['at a price of nothing', {}, 0n, null],
    ['before the price is published', {}, null, 'FeedInUnknown'],
    ['what was stored', { credit: { ...credit, kind: 'Stored' } }, 1n, 'CreditKindWrong'],
    ['what was bought', { credit: { ...credit, kind: 'Usable' } }, 1n, 'CreditKindWrong'],
    ['more than is held', { energy: wh(1_001n) }, 1n, 'CreditsShort'],
    ['nothing', { energy: wh(0n) }, 1n, 'EnergyZero'],
  ])('%s', (_, change, price, expected) => {
    expect(name(canReturn(ask(change), { ...place, price: price === null ? null : microPerKwh(price) }))).toBe(expected)
  })
})

describe('writing a voucher', () => {
  const stored: OwnedCredit = { ...credit, kind: 'Stored', expiry: NOW + 10 }

  it.each<[string, Partial<CreditsAsked>, number, string | null]>([
    ['for all that is held', {}, NOW + 1, null],
    ['for stored energy', { credit: stored }, NOW + 60, null],
    ['that has ended', {}, NOW, 'IntentExpired'],
    ['for energy that has expired', { credit: { ...stored, expiry: NOW } }, NOW + 1, 'StoredExpired'],
    ['for what only lowers a bill', { credit: { ...credit, kind: 'Usable' } }, NOW + 1, 'CreditKindWrong'],
    ['for more than is held', { energy: wh(1_001n) }, NOW + 1, 'CreditsShort'],
    ['for nothing', { energy: wh(0n) }, NOW + 1, 'EnergyZero'],
  ])('%s', (_, change, until, expected) => {
    expect(name(canWriteVoucher(ask(change), until, NOW))).toBe(expected)
  })
})
