import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Timeline, type EventState } from '@/components/ui/timeline'
import type { Micro } from '@/lib/domain/units/units'
import type { StoryEvent } from './story'

export interface StoryListProps {
  events: readonly StoryEvent[]
  offer: string
  /** The offer before it; null if there was none. */
  oldOffer: string | null
  deposit: Micro
  oldDeposit: Micro | null
}

/** The story of an agreement: what is done has a mark and a date, the next step stands out. */
export function StoryList({ events, offer, oldOffer, deposit, oldDeposit }: StoryListProps) {
  const t = useTranslations('switching.story')
  const next = events.find(({ done }) => !done)?.key
  const names = { offer, old: oldOffer ?? '' }
  const detail = (event: StoryEvent): ReactNode => {
    switch (event.key) {
      case 'signed':
        return t.rich('signed.detail', { deposit: () => <Money micro={deposit} /> })
      case 'cancelled':
        return t('cancelled.detail')
      case 'coolingOff':
        return event.done ? null : t('coolingOff.detail')
      case 'switched':
      case 'started':
        return null
      case 'read':
        return oldOffer ? t('read.both', names) : t('read.first', names)
      case 'finalBill':
        return event.bill ? <BillLine event={event} deposit={oldDeposit} /> : t('finalBill.detail')
      case 'firstBill':
        return event.bill ? <BillLine event={event} deposit={null} /> : null
      case 'ends':
        return null
      case 'lastBill':
        return event.bill ? <BillLine event={event} deposit={deposit} /> : t('finalBill.detail')
    }
  }
  return (
    <Timeline
      label={t('title')}
      events={events.map((event) => ({
        key: event.key,
        at: event.at === null ? t('soon') : <Moment at={event.at} />,
        title: t(`${event.key}.title`, names),
        detail: detail(event),
        state: stateOf(event, next),
      }))}
    />
  )
}

function stateOf({ key, done }: StoryEvent, next: string | undefined): EventState {
  if (done) return 'done'
  return key === next ? 'now' : 'todo'
}

function BillLine({ event: { bill }, deposit }: { event: StoryEvent; deposit: Micro | null }) {
  const t = useTranslations('switching.story')
  if (!bill) return null
  return (
    <>
      <Link href={`/consumer/bills/${bill.id}`} className="link">
        {t.rich('bill', { amount: () => <Money micro={bill.total} /> })}
      </Link>
      {deposit !== null && <> {t.rich('depositBack', { deposit: () => <Money micro={deposit} /> })}</>}
    </>
  )
}
