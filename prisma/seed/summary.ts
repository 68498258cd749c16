/** The seeded year in numbers, and the proof that it adds up. */
import type { Check, Reconciliation } from '@/lib/services/reconcile'
import type { SurplusCheckName } from '@/lib/services/reconcile-surplus'

const MICRO = 1_000_000n

/** Of these, rows are counted; of the others, money. */
const COUNTED: Record<'rowsEqualChain' | SurplusCheckName, string> = {
  rowsEqualChain: 'accounts whose rows equal the contract',
  sessionsEqualChain: 'surplus sessions whose rows equal the contract',
  ordersEqualChain: 'lots and bids whose rows equal the contract',
  tradesEqualVolume: 'sessions whose lots and bids add up, at one price',
  potsEqualChain: 'sessions between whose buyers and sellers no money is missing',
  tradedEqualsChain: 'agreements whose traded energy equals the contract',
  dueEqualsChain: 'agreements whose due credits equal the contract',
  creditsEqualChain: 'holdings of energy credits whose rows equal the contract',
  fatesAddUp: 'energy credits of which every Wh has one fate',
  exportsEqualMeters: 'months of which meters exported as much as has credits',
  storagesEqualChain: 'storage offers whose rows equal the contract',
  feedInsEqualChain: 'feed-in prices whose rows equal the contract',
}

const SENTENCES: Record<Check['name'], string> = {
  ...COUNTED,
  linesEqualBills: 'Σ bill lines = Σ bills',
  incomeEqualsPayments: 'Σ paid to payees = Σ bills and purchases',
  balancesEqualDeposits: 'Σ free + Σ locked = deposits − withdrawals',
  balancesEqualTokens: 'Σ free + Σ locked = tokens held by the escrow',
}

export function summary({ sums, checks }: Reconciliation): string[] {
  const megawattHours = (Number(sums.energy / 1_000n) / 1_000).toLocaleString('en', { maximumFractionDigits: 1 })
  return [
    `${sums.bills} bills for ${megawattHours} MWh: ${sums.excessBills} with excess energy, ${sums.shortfallBills} with a shortfall penalty`,
    ...checks.map((check) => `${check.holds ? '✓' : '✗'} ${SENTENCES[check.name]}: ${sides(check)}`),
  ]
}

function sides({ name, left, right, holds }: Check): string {
  if (name in COUNTED) return `${left} of ${right}`
  return holds ? money(left) : `${money(left)} ≠ ${money(right)}`
}

/** To the last millionth: this is the place to see every unit. */
function money(amount: bigint): string {
  const [whole, part] = [amount / MICRO, amount % MICRO]
  return `¥${whole.toLocaleString('en')}.${part.toString().padStart(6, '0')}`
}
