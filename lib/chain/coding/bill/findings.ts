/** What comes out of checking a bill: one entry for each thing compared, in the order in which people read them. */
import type { LineKind, Payee } from '@/lib/domain/billing/lines'

/** `unknown`: what would have to be looked at is not there. */
export type Finding = 'right' | 'wrong' | 'unknown'

export const CHECK_PARTS = ['lines', 'reads', 'papers', 'settlement'] as const
export type CheckPart = (typeof CHECK_PARTS)[number]

export const CHECK_NAMES = [
  'line',
  'reversedLine',
  'total',
  'used',
  'contracted',
  'signature',
  'recorded',
  'market',
  'terms',
  'offer',
  'offerName',
  'formula',
  'tariff',
  'tariffFits',
  'ending',
  'transaction',
  'given',
  'surplus',
  'yearMonths',
  'newest',
] as const
export type CheckName = (typeof CHECK_NAMES)[number]

/** A figure as the file has it, as it was worked out again, and as the chain recorded it; null where there is none. */
export interface Figures {
  unit: 'money' | 'energy'
  file: bigint | null
  again: bigint | null
  chain: bigint | null
}

export interface BillCheck {
  part: CheckPart
  name: CheckName
  /** Which run of the bill it is about: its place in the file. */
  run?: number
  /** Which of the two reads. */
  end?: 'opening' | 'closing'
  /** Which line. */
  kind?: LineKind
  payee?: Payee
  /** Worked out from the file alone; null where there is nothing to work out. */
  again: Finding | null
  /** Compared with the chain; null where the chain has no say. */
  chain: Finding | null
  figures?: Figures
}

export type Verdict = 'right' | 'wrong' | 'superseded' | 'uncompared' | 'unknown'

/** What a check comes to: right only if all of it is. */
export function findingOf({ again, chain }: Pick<BillCheck, 'again' | 'chain'>): Finding {
  const both = [again, chain].filter((finding) => finding !== null)
  if (both.includes('wrong')) return 'wrong'
  return both.length === 0 || both.includes('unknown') ? 'unknown' : 'right'
}

/**
 * `superseded`: all is right, but the bill was made again since. `uncompared`: all that can be worked out is right, and the chain did
 * not answer. `unknown`: something could not be looked at although it did.
 */
export function verdictOf(checks: readonly BillCheck[], chainAnswered: boolean): Verdict {
  const wrong = checks.filter((check) => findingOf(check) === 'wrong')
  if (wrong.length > 0) return wrong.every(({ name }) => name === 'newest') ? 'superseded' : 'wrong'
  if (!chainAnswered) return 'uncompared'
  return checks.every((check) => findingOf(check) === 'right') ? 'right' : 'unknown'
}

export const finding = (right: boolean): Finding => (right ? 'right' : 'wrong')
