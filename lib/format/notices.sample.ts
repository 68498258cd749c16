/** One notice of every kind, and of every way its words may differ. For tests. */
import type { Notice, Told } from '@/lib/domain/members/notice'
import { micro, signedMicro, wh } from '@/lib/domain/units/units'

const seconds = (iso: string) => Date.parse(iso) / 1_000
const [start, end] = [seconds('2026-10-31T16:00Z'), seconds('2026-11-30T16:00Z')]
const agreement = { agreementId: '0xa1', offer: 'Night Shift', retailer: 'Clearwater Energy' }
const bill = { billId: `0xa1-${start}`, start, end }

const told: Told[] = [
  { kind: 'Signed', facts: { ...agreement, start } },
  { kind: 'FirstRead', facts: { ...agreement, time: start, shown: wh(1_234_500n) } },
  { kind: 'SwitchDone', facts: { ...agreement, start, former: 'Steady Home', exitFee: micro(0n) } },
  { kind: 'SwitchDone', facts: { ...agreement, start, former: 'Steady Home', exitFee: micro(50_000_000n) } },
  { kind: 'BillReady', facts: { ...bill, total: micro(1_234_560_000n), estimated: false } },
  { kind: 'BillReady', facts: { ...bill, total: micro(1_234_560_000n), estimated: true } },
  { kind: 'BillRevised', facts: { ...bill, net: signedMicro(-12_340_000n) } },
  { kind: 'BillRevised', facts: { ...bill, net: signedMicro(12_340_000n) } },
  { kind: 'BillRevised', facts: { ...bill, net: signedMicro(0n) } },
  { kind: 'BillDue', facts: { ...bill, open: micro(80_000_000n), due: seconds('2026-12-14T16:00Z') } },
  { kind: 'Arrears', facts: { ...bill, missing: micro(90_000_000n), due: seconds('2026-12-14T16:00Z') } },
  { kind: 'ArrearsCleared', facts: { ...bill, paid: micro(90_000_000n) } },
  { kind: 'PurchaseOwed', facts: { purchaseId: '0xb1', seller: 'Hill Wind', missing: micro(90_000_000n) } },
  {
    kind: 'PenaltyRisk',
    facts: { ...agreement, start, end, standing: 'mayExceed', energy: wh(54_660n), cost: micro(4_672_678n) },
  },
  {
    kind: 'PenaltyRisk',
    facts: { ...agreement, start, end, standing: 'mayFallShort', energy: wh(54_660n), cost: micro(4_672_678n) },
  },
]

export const sampleNotices: readonly Notice[] = told.map((one, index) => ({
  ...one,
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  at: end,
  readAt: null,
}))
