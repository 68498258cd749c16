import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { DueCard } from '@/components/energy/due-card'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { listPeriods } from '@/lib/db/read/tariffs'
import { ownDues } from '@/lib/services/own-dues'
import { ownMovements, ownSurplus } from '@/lib/services/own-surplus'
import { walletSettings } from '@/lib/services/wallet-settings'
import { HeldCredits } from './held-credits'
import { MovementsTable } from './movements-table'

/** As far back as the list goes: several years of every month's few movements. */
const MOST_MOVEMENTS = 1_000

type Search = { searchParams: Promise<{ page?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('credits')
  return { title: t('title') }
}

/** The credits wallet: what is held, until when, and everything that moved. */
export default async function CreditsPage({ searchParams }: Search) {
  const viewer = await requireConsumer('/consumer/surplus/credits')
  const now = utcSeconds()
  const [t, { held, undecided, offers }, movements, dues, calendar, { page }] = await Promise.all([
    getTranslations('credits'),
    ownSurplus(viewer, now),
    ownMovements(viewer, MOST_MOVEMENTS),
    ownDues(viewer),
    listPeriods(),
    searchParams,
  ])
  const signing = { settings: walletSettings(), account: viewer.address, offers, now, calendar }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        <HeldCredits held={held} undecided={undecided} dues={dues} signing={signing} />
        <DueCard dues={dues} />
        <MovementsTable movements={movements} calendar={calendar} page={pageAsked(page)} />
      </div>
    </>
  )
}

/** From zero; anything that is not understood is the beginning. */
function pageAsked(page: string | string[] | undefined): number {
  return typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) - 1 : 0
}
