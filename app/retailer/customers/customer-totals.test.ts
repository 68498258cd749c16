import { describe, expect, it } from 'vitest'
import { micro, wh } from '@/lib/domain/units/units'
import { contractedSoFar, totalsOf, type CustomerAgreement } from './customer-totals'

const contractedWh = Array.from({ length: 12 }, (_, month) => wh(BigInt(month + 1) * 1000n))
const agreement: CustomerAgreement = {
  consumer: '0x1',
  contractedWh,
  deposit: micro(5n),
  status: 'active',
  yearToDate: { usedWh: wh(2500n), total: micro(9n), bills: 2 },
}

describe('totalsOf', () => {
  it('adds what is supplied now or soon and counts a customer once', () => {
    const pending = { ...agreement, status: 'pending' as const, yearToDate: undefined }
    const ended = { ...agreement, consumer: '0x2', status: 'ended' as const }
    expect(totalsOf([agreement, pending, ended])).toEqual({
      customers: 1,
      agreements: 2,
      contracted: 156_000n,
      used: 2500n,
      deposits: 10n,
    })
  })
})

describe('contractedSoFar', () => {
  it('takes as many months as are billed', () => {
    expect(contractedSoFar(agreement)).toBe(3000n)
    expect(contractedSoFar({ contractedWh })).toBe(0n)
  })
})
