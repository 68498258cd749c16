import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Countdown } from '@/components/energy/countdown'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { nextChange, type SessionPhase } from '@/lib/domain/surplus/phase'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { formatPeriod } from '@/lib/format/period'
import { PHASE_TONE } from './phase-tone'

export interface OpenSessionProps {
  session: SurplusSession
  phase: SessionPhase
  now: number
}

/** A session without a result: how long it still takes bids, and what is wanted and offered in it. */
export function OpenSession({ session, phase, now }: OpenSessionProps) {
  const t = useTranslations('sessions')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const until = nextChange(session, phase)
  return (
    <Card as="article" className="relative h-full hover:border-edge">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="min-w-0 text-lg font-semibold tracking-tight">
          {/* The whole card leads there. */}
          <Link href={`/surplus/${session.id}`} className="after:absolute after:inset-0 hover:text-accent">
            {t(`title.${session.kind}`, { period: formatPeriod(session, style), number: String(session.id) })}
          </Link>
        </h3>
        <Badge tone={PHASE_TONE[phase]}>{t(`phase.${phase}`)}</Badge>
      </div>
      <p className="mt-1 text-sm text-quiet">{t('facts.regionName', { region: String(session.region) })}</p>
      <p className="mt-4 mb-4 text-sm text-soft">
        {until === null
          ? t(`facts.phase.${phase}.meaning`)
          : t.rich(phase === 'open' ? 'list.locksIn' : 'list.closesIn', {
              left: () => (
                <strong className="text-base text-ink">
                  <Countdown until={until} now={now} />
                </strong>
              ),
            })}
      </p>
      <DescriptionList
        items={[
          { key: 'wanted', term: t('list.wanted'), description: <Energy wh={session.wanted} /> },
          { key: 'offered', term: t('list.offered'), description: <Energy wh={session.offered} /> },
          {
            key: 'closes',
            term: t('facts.closes'),
            description: <Moment at={session.closeAt} precision="minute" />,
          },
        ]}
      />
    </Card>
  )
}
