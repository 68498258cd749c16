/** What a member is told: the kinds, and the facts that each is told with. */
import type { SignedMicro, Micro, Wh } from '../units/units'

export const NOTICE_KINDS = [
  'Signed',
  'FirstRead',
  'SwitchDone',
  'BillReady',
  'BillRevised',
  'BillDue',
  'Arrears',
  'ArrearsCleared',
  'PurchaseOwed',
  'PenaltyRisk',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

interface OfAgreement {
  agreementId: string
  /** Names as they were when it was told. */
  offer: string
  retailer: string
}

interface OfBill {
  billId: string
  start: number
  end: number
}

export interface NoticeFacts {
  Signed: OfAgreement & { start: number }
  /** The first read since the agreement supplies: what the first bill begins with. */
  FirstRead: OfAgreement & { time: number; shown: Wh }
  SwitchDone: OfAgreement & { start: number; former: string; exitFee: Micro }
  BillReady: OfBill & { total: Micro; estimated: boolean }
  BillRevised: OfBill & { net: SignedMicro }
  BillDue: OfBill & { open: Micro; due: number }
  Arrears: OfBill & { missing: Micro; due: number }
  ArrearsCleared: OfBill & { paid: Micro }
  /** What the balance and the deposit did not cover of a month that a large consumer bought of a generator. */
  PurchaseOwed: { purchaseId: string; seller: string; missing: Micro }
  /** `energy`: what may still be used, or what must still be. `cost`: beyond the same energy at the agreed price. */
  PenaltyRisk: OfAgreement & { start: number; end: number; standing: RiskyStanding; energy: Wh; cost: Micro }
}

export type RiskyStanding = 'mayExceed' | 'mayFallShort'

/** A kind with its facts. */
export type Told = { [Kind in NoticeKind]: { kind: Kind; facts: NoticeFacts[Kind] } }[NoticeKind]

export type Notice = Told & {
  id: string
  /** When it happened. */
  at: number
  readAt: number | null
}

export function isNoticeKind(kind: unknown): kind is NoticeKind {
  return NOTICE_KINDS.some((one) => one === kind)
}

/** Where the thing it is about is shown. */
export function placeOfNotice({ kind, facts }: Told): string {
  switch (kind) {
    case 'BillReady':
    case 'BillRevised':
    case 'BillDue':
    case 'Arrears':
    case 'ArrearsCleared':
      return `/consumer/bills/${facts.billId}`
    case 'PurchaseOwed':
      return '/consumer/wallet'
    case 'FirstRead':
      return '/consumer/metering'
    case 'Signed':
    case 'SwitchDone':
      return `/consumer/agreements/${facts.agreementId}`
    case 'PenaltyRisk':
      return '/consumer'
  }
}
