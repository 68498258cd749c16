import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Energy } from '@/components/energy/energy'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { Side } from '@/lib/domain/surplus/book'
import type { BookLevel, BookLevels } from '@/lib/domain/surplus/book-levels'
import type { Clearing } from '@/lib/domain/surplus/clear'
import { levelOutcome, type Outcome } from '@/lib/domain/surplus/outcome'
import { formatTick } from '@/lib/format/price'
import type { SessionView } from '@/lib/services/surplus-view'
import { BookChart } from './book-chart'

/** What is wanted and offered, without who: as a picture, and the best of it as lists. */
export function BookCard({ view }: { view: SessionView }) {
  const t = useTranslations('sessions.book')
  const { depth, clearing, session, bids, lots } = view
  const ended = session.status !== 'Open'
  return (
    <Card title={t(ended ? 'endedTitle' : 'title')} lead={t('lead')} flush>
      {depth.length === 0 ? (
        <EmptyState title={t(ended ? 'none.ended' : 'none.title')}>{!ended && t('none.meaning')}</EmptyState>
      ) : (
        <>
          <div className="px-4 pb-5 sm:px-6">
            <BookChart depth={depth} met={clearing} ended={ended} />
          </div>
          <div className="grid border-t border-line sm:grid-cols-2 sm:divide-x sm:divide-line max-sm:divide-y max-sm:divide-line">
            <Levels side="bids" levels={bids} clearing={clearing} />
            <Levels side="lots" levels={lots} clearing={clearing} />
          </div>
        </>
      )}
    </Card>
  )
}

interface LevelsProps {
  side: Side
  levels: BookLevels
  /** Null where nothing is traded. */
  clearing: Clearing | null
}

function Levels({ side, levels: { best, others }, clearing }: LevelsProps) {
  const t = useTranslations('sessions.book')
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="min-w-0 px-4 py-4 sm:px-6">
      <h3 id={titleId} className="mb-2 font-semibold">
        {t(`${side}.title`)}
      </h3>
      {best.length === 0 ? (
        <p className="text-sm text-quiet">{t(`${side}.none`)}</p>
      ) : (
        <LevelTable side={side} levels={best} clearing={clearing} />
      )}
      {others.levels > 0 && (
        <p className="pt-3 text-sm text-quiet">
          {t.rich('others', { count: others.orders, energy: () => <Energy wh={others.energy} /> })}
        </p>
      )}
    </section>
  )
}

/** Three short columns stay beside each other on the smallest phone. */
function LevelTable({ side, levels, clearing }: Omit<LevelsProps, 'levels'> & { levels: readonly BookLevel[] }) {
  const t = useTranslations('sessions.book')
  const locale = useLocale()
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t(`${side}.caption`)}</caption>
      <thead>
        <tr className="text-xs font-medium text-quiet [&>th]:pb-2 [&>th]:font-medium">
          <th scope="col" className="text-left">
            {t(`${side}.price`)}
          </th>
          <th scope="col" className="text-right">
            {t('energy')}
          </th>
          <th scope="col" className="pl-4 text-right">
            {t('trades')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-t border-line">
        {levels.map((level) => (
          <tr key={String(level.price)}>
            <th scope="row" className="figure py-2 text-left font-medium">
              {formatTick(level.price, locale)}
            </th>
            <td className="py-2 text-right">
              <Energy wh={level.energy} />
            </td>
            <td className="py-2 pl-4 text-right">
              <Trades outcome={clearing ? levelOutcome(side, level.price, clearing) : 'none'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What an order at this price gets of what it asks for. */
function Trades({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('sessions.book.would')
  if (outcome === 'none') return <span className="text-quiet">{t('none')}</span>
  return <Badge tone={outcome === 'part' ? 'warning' : 'success'}>{t(outcome)}</Badge>
}
