import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { wh } from '@/lib/domain/units/units'
import type { UndecidedCredit } from '@/lib/services/own-surplus'
import type { SigningFacts } from './credit-use'
import { UsesCard } from './uses-card'

export interface EarlierUsesProps {
  undecided: readonly UndecidedCredit[]
  signing: SigningFacts
}

/** Months before those on top: nothing of them is lost, so they need not be looked at each time. */
export function EarlierUses({ undecided, signing }: EarlierUsesProps) {
  const t = useTranslations('ownSurplus.uses')
  if (undecided.length === 0) return null
  const energy = wh(undecided.reduce((sum, { credit }) => sum + credit.energy, 0n))
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent">
        {/* One piece in the row: the space before the figure would be lost between two. */}
        <span>{t.rich('earlier', { count: undecided.length, energy: () => <Energy wh={energy} /> })}</span>
      </summary>
      <div className="mt-2 space-y-4 sm:space-y-6">
        {undecided.map((one) => (
          <UsesCard key={String(one.credit.creditId)} undecided={one} signing={signing} />
        ))}
      </div>
    </details>
  )
}
