import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listPeriods } from '@/lib/db/read/tariffs'
import { periodAt } from '@/lib/domain/settlement/period'
import { surplusSessionList } from '@/lib/services/surplus-view'
import { Choices } from './choices'
import { ComingNext } from './coming-next'
import { OpenSession } from './open-session'
import { PastSessions } from './past-sessions'
import { parseChoice, choiceHref, type SearchParams } from './session-filter'

/** A few years of months, of both kinds. */
const MOST = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sessions.list')
  return { title: t('title'), description: t('lead') }
}

/** Every session: those that take bids now, what comes next, and how the others ended. */
export default async function SurplusPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const choice = parseChoice(await searchParams)
  const [{ now, regions, sessions }, periods, t] = await Promise.all([
    surplusSessionList(choice, MOST),
    listPeriods(),
    getTranslations('sessions.list'),
  ])
  // The one that closes first stands first.
  const open = sessions
    .filter(({ session }) => session.status === 'Open')
    .sort((a, b) => a.session.closeAt - b.session.closeAt)
  const past = sessions.filter(({ session }) => session.status !== 'Open')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Choices choice={choice} regions={regions} />
      <section aria-labelledby="open" className="mt-8">
        <h2 id="open" className="mb-4 text-xl font-semibold tracking-tight">
          {t('open')}
        </h2>
        {open.length > 0 ? (
          <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
            {open.map((one) => (
              <li key={String(one.session.id)}>
                <OpenSession {...one} now={now} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            title={t('none.title')}
            action={choiceHref(choice) !== '/surplus' && <LinkButton href="/surplus">{t('none.all')}</LinkButton>}
          >
            {t('none.meaning')}
          </EmptyState>
        )}
      </section>
      <ComingNext period={periodAt(periods, now) ?? null} />
      <PastSessions sessions={past.map(({ session }) => session)} />
    </>
  )
}
