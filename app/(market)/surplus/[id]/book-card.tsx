import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Energy } from '@/components/energy/energy'
import { Price } from '@/components/energy/price'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { Side } from '@/lib/domain/surplus/book'
import type { BookLevel, BookLevels } from '@/lib/domain/surplus/book-levels'
import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import type { SessionView } from '@/lib/services/surplus-view'
import { BookChart } from './book-chart'

/** What is wanted and offered, without who: as a picture, and the best of it as lists. */
export function BookCard({ view, children }: { view: SessionView; children?: ReactNode }) {
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
            <Levels side="bids" levels={bids} price={clearing?.price ?? null} />
            <Levels side="lots" levels={lots} price={clearing?.price ?? null} />
          </div>
        </>
      )}
      {children}
    </Card>
  )
}

interface LevelsProps {
  side: Side
  levels: BookLevels
  /** Null where nothing is traded. */
  price: Tick | null
}

function Levels({ side, levels: { best, others }, price }: LevelsProps) {
  const t = useTranslations('sessions.book')
  const columns: Column<BookLevel>[] = [
    {
      key: 'price',
      header: t(`${side}.price`),
      cell: (level) => <Price microPerKwh={pricePerKwh(level.price)} />,
      primary: true,
    },
    { key: 'energy', header: t('energy'), cell: ({ energy }) => <Energy wh={energy} />, numeric: true },
    {
      key: 'trades',
      header: t('trades'),
      cell: (level) => <Trades gain={price === null ? null : side === 'bids' ? level.price - price : price - level.price} />,
    },
  ]
  return (
    <section aria-label={t(`${side}.title`)} className="min-w-0 py-4">
      <h3 className="mb-2 px-4 font-semibold sm:px-6">{t(`${side}.title`)}</h3>
      <Table
        caption={t(`${side}.caption`)}
        columns={columns}
        rows={best}
        rowKey={(level) => String(level.price)}
        empty={<p className="px-4 text-sm text-quiet sm:px-6">{t(`${side}.none`)}</p>}
      />
      {others.levels > 0 && (
        <p className="px-4 pt-3 text-sm text-quiet sm:px-6">
          {t.rich('others', { count: others.orders, energy: () => <Energy wh={others.energy} /> })}
        </p>
      )}
    </section>
  )
}

/** Whether an order at this price would be traded. */
function Trades({ gain }: { gain: bigint | null }) {
  const t = useTranslations('sessions.book.would')
  if (gain === null || gain < 0n) return <span className="text-quiet">{t('no')}</span>
  return gain === 0n ? <Badge tone="warning">{t('part')}</Badge> : <Badge tone="success">{t('yes')}</Badge>
}
