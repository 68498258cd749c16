/** What the numbers in a refusal count: contracts and services name their facts alike. */

export type FactUnit = 'money' | 'energy' | 'time' | 'plain'

const MONEY = [
  'needed',
  'free',
  'locked',
  'promised',
  'computed',
  'debited',
  'credited',
  'amount',
  'balance',
  'bill',
  'owed',
  'exitFee',
]
const ENERGY = ['previous', 'next', 'advance', 'possible', 'value', 'capacity', 'wanted', 'used']
const TIME = [
  'until',
  'latest',
  'expiry',
  'start',
  'end',
  'now_',
  'time',
  'oldest',
  'validFrom',
  'validUntil',
  'deadline',
  'endsAt',
  'earliest',
  'settledUntil',
  'erasedAt',
  'requestedAt',
]
/** Refusals that compare two instants under names that are counts elsewhere. */
const INSTANTS_COMPARED = ['PeriodNotNext', 'PeriodEndMismatch', 'ReadNotInPeriod', 'ReadNotNewer']

/** What a number among the facts of a refusal counts, for a reader. */
export function factUnit(fact: string, refusal: string): FactUnit {
  if (TIME.includes(fact) || INSTANTS_COMPARED.includes(refusal)) return 'time'
  if (refusal === 'ExamplesMissing') return 'plain'
  if (MONEY.includes(fact)) return 'money'
  return ENERGY.includes(fact) ? 'energy' : 'plain'
}
