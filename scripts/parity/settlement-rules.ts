// Who waits for what when a bill is not paid, and what a part month is held to.
import { prorated } from '@/lib/domain/agreements/proration'
import { PAYEES, type Payee } from '@/lib/domain/billing/lines'
import { owed } from '@/lib/domain/settlement/arrears'
import { micro, wh, type Micro } from '@/lib/domain/units/units'
import { USUAL } from './draw'
import type { Rule } from './rule'

/** A line holds 112 bits, and a bill has few lines: the sum fits a Micro. */
const PART_BITS = 112

export const settlementRules: Rule[] = [
  {
    name: 'arrears',
    harness: 'owed',
    draw(random) {
      const parts = PAYEES.map((payee) => [payee, random.chance(3) ? 0n : random.uint(PART_BITS, USUAL.micro)] as const)
      const sum = parts.reduce((total, [, part]) => total + part, 0n)
      const total = micro(sum === 0n ? 1n : sum)
      const missing = micro(random.upTo(total))
      return {
        words: [...parts.map(([, part]) => part), total, missing],
        twin() {
          const shares = owed(Object.fromEntries(parts) as Record<Payee, Micro>, total, missing)
          return PAYEES.map((payee) => shares[payee])
        },
      }
    },
  },
  {
    name: 'proration',
    harness: 'prorated',
    draw(random) {
      const contracted = wh(random.uint(64, USUAL.wh))
      const whole = 1n + random.upTo(32n * 86_400n)
      const elapsed = random.upTo(whole)
      return {
        words: [contracted, elapsed, whole],
        twin: () => [prorated(contracted, Number(elapsed), Number(whole))],
      }
    },
  },
]
