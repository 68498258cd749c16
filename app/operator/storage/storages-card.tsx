import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { StorageOffer } from '@/lib/domain/surplus/credits'
import { formatDuration } from '@/lib/format/duration'
import { formatBasisPoints } from '@/lib/format/number'
import type { Sender } from '../meters/review'
import { CloseStorageForm } from './close-storage-form'

const TONE = { open: 'success', full: 'warning', closed: 'neutral' } as const satisfies Record<string, Tone>

function stateOf({ closed, left }: StorageOffer): keyof typeof TONE {
  if (closed) return 'closed'
  return left === 0n ? 'full' : 'open'
}

export interface StoragesCardProps extends Sender {
  /** The newest first. */
  offers: StorageOffer[]
}

/** What the operator offers and offered: on what terms, and what each still takes. */
export function StoragesCard({ offers, ...sender }: StoragesCardProps) {
  const t = useTranslations('storage.offers')
  const locale = useLocale()
  const columns: Column<StorageOffer>[] = [
    {
      key: 'offer',
      header: t('offer'),
      primary: true,
      cell: (offer) => (
        <span className="flex flex-wrap items-center gap-2">
          {t('number', { id: String(offer.id) })}
          <Badge tone={TONE[stateOf(offer)]}>{t(`state.${stateOf(offer)}`)}</Badge>
        </span>
      ),
    },
    {
      key: 'efficiency',
      header: t('efficiency'),
      cell: ({ efficiency }) => formatBasisPoints(efficiency, locale),
      numeric: true,
    },
    {
      key: 'lifetime',
      header: t('lifetime'),
      cell: ({ lifetime }) => formatDuration(lifetime / 60, locale),
      numeric: true,
    },
    {
      key: 'capacity',
      header: t('capacity'),
      cell: ({ capacity }) => <Energy wh={capacity} unit="kWh" />,
      numeric: true,
    },
    { key: 'left', header: t('left'), cell: ({ left }) => <Energy wh={left} unit="kWh" />, numeric: true },
    {
      key: 'close',
      header: <span className="sr-only">{t('close')}</span>,
      cell: ({ id, closed }) => !closed && <CloseStorageForm id={id} {...sender} />,
      numeric: true,
    },
  ]
  const empty = (
    <EmptyState title={t('emptyTitle')} icon="sun">
      {t('emptyMeaning')}
    </EmptyState>
  )
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={columns}
        rows={offers}
        rowKey={({ id }) => String(id)}
        rowData={(offer) => ({ 'data-storage': String(offer.id), 'data-state': stateOf(offer) })}
        empty={empty}
      />
    </Card>
  )
}
