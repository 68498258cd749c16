import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { listPeriods, type PeriodRow } from '@/lib/db/read/tariffs'
import { periodAt } from '@/lib/domain/settlement/period'
import { tick } from '@/lib/domain/surplus/tick'
import { ownInstructions } from '@/lib/services/own-instruction'
import { ownMovements, ownSurplus, type UndecidedCredit } from '@/lib/services/own-surplus'
import { unusedEnergy } from '@/lib/services/unused-energy'
import { walletSettings } from '@/lib/services/wallet-settings'
import { EarlierUses } from './earlier-uses'
import { exportsByMonth } from './exports-by-month'
import { ExportsChart } from './exports-chart'
import { FatesCard } from './fates-card'
import { InstructionCard } from './instruction/instruction-card'
import { NothingExported } from './nothing-exported'
import { SurplusFigures } from './surplus-figures'
import { UnusedCard } from './unused-card'
import { UsesCard } from './uses-card'

const MOST_MOVEMENTS = 1_000
/** Months that are shown with all their uses; those before can be unfolded. */
const MOST_OPEN = 2

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownSurplus')
  return { title: t('title') }
}

/** My surplus: what I gave and will not use, the best that can become of it, and what did. */
export default async function OwnSurplusPage() {
  const viewer = await requireConsumer('/consumer/surplus')
  const now = utcSeconds()
  const [t, surplus, unused, exported, movements, calendar, instructions] = await Promise.all([
    getTranslations('ownSurplus'),
    ownSurplus(viewer, now),
    unusedEnergy(viewer, now),
    exportsByMonth(viewer, now),
    ownMovements(viewer, MOST_MOVEMENTS),
    listPeriods(),
    ownInstructions(viewer),
  ])
  const { undecided, offers, fates } = surplus
  const signing = { settings: walletSettings(), account: viewer.address, offers, now, calendar }
  const isNew = fates.length === 0 && !exported.some(({ energy }) => energy > 0n)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        {isNew ? (
          <NothingExported />
        ) : (
          <SurplusFigures exported={exported} undecided={undecided} movements={movements} unused={unused} />
        )}
        {undecided.slice(0, MOST_OPEN).map((one) => (
          <UsesCard key={String(one.credit.creditId)} undecided={one} signing={signing} />
        ))}
        <EarlierUses undecided={undecided.slice(MOST_OPEN)} signing={signing} />
        {instructions.map((own) => (
          <InstructionCard
            key={own.region}
            own={own}
            suggested={suggestionOf(undecided, calendar, now)}
            signing={signing}
          />
        ))}
        {unused.map((one) => (
          <UnusedCard key={one.agreement.id} unused={one} />
        ))}
        {fates.length > 0 && <FatesCard fates={fates} calendar={calendar} />}
        {!isNew && <ExportsChart months={exported} />}
      </div>
    </>
  )
}

/** To begin an instruction with: as the last exports would be dealt with, and from them on. */
function suggestionOf(undecided: readonly UndecidedCredit[], calendar: readonly PeriodRow[], now: number) {
  const [latest] = undecided
  const running = periodAt(calendar, now)
  return {
    reserve: latest?.reserve ?? tick(0n),
    feedIn: latest?.feedIn ?? null,
    from: undecided.at(-1)?.credit.start ?? running?.start ?? now,
  }
}
