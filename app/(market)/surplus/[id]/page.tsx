import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { classes } from '@/components/ui/classes'
import { PageHeader } from '@/components/ui/page-header'
import { getViewer } from '@/lib/auth/viewer'
import { nextChange, takesOrders } from '@/lib/domain/surplus/phase'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { pricePerKwh } from '@/lib/domain/surplus/tick'
import { formatEnergy } from '@/lib/format/energy'
import { formatPeriod } from '@/lib/format/period'
import { formatPrice } from '@/lib/format/price'
import { findSession, sessionMark, surplusSessionView, type SessionView } from '@/lib/services/surplus-view'
import { walletSettings } from '@/lib/services/wallet-settings'
import { PHASE_TONE } from '../phase-tone'
import { sessionIdOf } from '../session-id'
import { BookCard } from './book-card'
import { FactsCard } from './facts-card'
import { HowCard } from './how-card'
import { Live } from './live'
import { OrderPanel } from './order-panel'
import { PositionCard } from './position-card'

interface SessionPageProps {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: SessionPageProps): Promise<Metadata> {
  const id = sessionIdOf((await params).id)
  const session = id === null ? null : await findSession(id)
  return session ? { title: await titleOf(session) } : {}
}

/** One session: what is traded, where it stands, what the viewer has in it and can do; and how it ended. */
export default async function SessionPage({ params }: SessionPageProps) {
  const id = sessionIdOf((await params).id)
  const viewer = await getViewer()
  const [view, mark, t] = await Promise.all([
    id === null ? null : surplusSessionView(viewer, id),
    id === null ? null : sessionMark(viewer, id),
    getTranslations('sessions'),
  ])
  if (!view || mark === null) notFound()
  const { session, phase, now } = view
  // Nothing of the visitor's own is beside it: the rules take that place.
  const isAlone = !takesOrders(phase) && view.own.length === 0
  return (
    <>
      <PageHeader
        title={await titleOf(session)}
        badge={<Badge tone={PHASE_TONE[phase]}>{t(`phase.${phase}`)}</Badge>}
        lead={t(`lead.${session.kind}`)}
        back={{ href: '/surplus', label: t('back') }}
        actions={
          <Live
            path={`/surplus/${session.id}/mark`}
            mark={mark}
            now={now}
            changesAt={nextChange(session, phase)}
            news={await newsOf(view)}
          />
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:grid-rows-[auto_1fr]">
        <div className="grid min-w-0 gap-6">
          <FactsCard view={view} />
        </div>
        <div className={classes('grid min-w-0 gap-6 lg:row-span-2', isAlone && 'max-lg:order-last')}>
          <PositionCard view={view} settings={walletSettings()} />
          <OrderPanel view={view} viewer={viewer} />
          {isAlone && <HowCard session={session} />}
        </div>
        <div className="grid min-w-0 gap-6">
          <BookCard view={view} />
          {!isAlone && <HowCard session={session} />}
        </div>
      </div>
    </>
  )
}

async function titleOf(session: SurplusSession): Promise<string> {
  const [t, locale, timeZone] = [await getTranslations('sessions'), await getLocale(), await getTimeZone()]
  return t(`title.${session.kind}`, {
    period: formatPeriod(session, { locale, timeZone }),
    number: String(session.id),
  })
}

/** For whoever hears the page. */
async function newsOf({ phase, clearing, session }: SessionView): Promise<string> {
  const [t, locale] = [await getTranslations('sessions.news'), await getLocale()]
  if (!clearing) return t(session.status === 'Open' ? 'noPrice' : phase === 'voided' ? 'voided' : 'untraded')
  return t(session.status === 'Open' ? 'price' : 'cleared', {
    price: formatPrice(pricePerKwh(clearing.price), locale),
    energy: formatEnergy(clearing.volume, locale),
  })
}
