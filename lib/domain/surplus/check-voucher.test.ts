import { describe, expect, it } from 'vitest'
import { ZERO_ADDRESS, type Address } from '../units/hex'
import { wh } from '../units/units'
import { checkDelivered, checkVoucher, type VoucherFacts } from './check-voucher'

const NOW = 1_767_225_600
const station: Address = `0x${'5A'.repeat(20)}`
const other: Address = `0x${'0B'.repeat(20)}`
const voucher: VoucherFacts = {
  kind: 'Exported',
  creditId: 1n,
  most: wh(5_000n),
  station: ZERO_ADDRESS,
  expiry: NOW,
  storedUntil: 0,
}

describe('a voucher at a charging point', () => {
  it.each<[string, Partial<VoucherFacts>, string | null]>([
    ['counts for any station, in its last second', {}, null],
    ['counts for the station it names, however its address is written', { station: `0x${'5a'.repeat(20)}` }, null],
    ['counts for no other', { station: other }, 'VoucherForAnother'],
    ['counts no second longer', { expiry: NOW - 1 }, 'IntentExpired'],
    ['may be for stored energy', { kind: 'Stored', storedUntil: NOW + 1 }, null],
    ['not in the second it expires in', { kind: 'Stored', storedUntil: NOW }, 'StoredExpired'],
    ['not for what only lowers a bill', { kind: 'Usable' }, 'CreditKindWrong'],
    ['not for a credit of no kind', { kind: 'None' }, 'CreditKindWrong'],
    ['not for nothing', { most: wh(0n) }, 'EnergyZero'],
  ])('%s', (_, change, expected) => {
    const checked = checkVoucher({ ...voucher, ...change }, { station, now: NOW })
    expect(checked.ok ? null : checked.refusal.name).toBe(expected)
  })

  it('is redeemed for what was charged, at most what it allows', () => {
    expect(checkDelivered(wh(5_000n), wh(5_000n))).toEqual({ ok: true, value: 5_000n })
    expect(checkDelivered(wh(5_000n), wh(5_001n))).toMatchObject({ refusal: { name: 'VoucherAboveMost' } })
    expect(checkDelivered(wh(5_000n), wh(0n))).toMatchObject({ refusal: { name: 'EnergyZero' } })
  })
})
