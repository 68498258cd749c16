'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { LastDay, Moment } from '@/components/energy/period'
import { Timeline, type TimelineEvent } from '@/components/ui/timeline'
import { coolingOffEnd } from '@/lib/domain/agreements/cut-term'
import { termEndOf } from '@/lib/domain/agreements/dates'
import { micro } from '@/lib/domain/units/units'
import type { SwitchAgreementProps } from './switch-agreement'

/** What happens when, from the signature to the first bill, and how long one is bound. */
export function SwitchDates({ meter, offer, now }: SwitchAgreementProps) {
  const t = useTranslations('switching.dates')
  const timeZone = useTimeZone() ?? 'UTC'
  const { cut, old, end, firstBillAt } = meter
  if (!cut.ok) return null
  const { endsAt } = cut.value
  const names = { old: old.offerName, next: offer.name }
  const { coolingOffDays, noticeDays, termPeriods } = offer.terms
  const goBack = coolingOffEnd({ signedAt: now }, { coolingOffDays })
  const events: (TimelineEvent | null)[] = [
    { key: 'sign', at: t('today'), title: t('sign.title'), detail: t('sign.detail', names), state: 'now' },
    coolingOffDays === 0
      ? null
      : {
          key: 'coolingOff',
          at: <Moment at={goBack} />,
          title: t('coolingOff.title', { days: coolingOffDays }),
          detail: t('coolingOff.detail', names),
          state: 'todo',
        },
    {
      key: 'switch',
      at: <Moment at={endsAt} />,
      title: t('switch.title', names),
      detail: old.coolingOffUntil === null ? t('switch.notice', { days: old.offer.noticeDays }) : t('switch.atOnce'),
      state: 'todo',
    },
    {
      key: 'finalBill',
      at: t('soonAfter'),
      title: t('finalBill.title', names),
      detail: t.rich('finalBill.detail', { deposit: () => <Money micro={micro(old.deposit)} /> }),
      state: 'todo',
    },
    firstBillAt === null
      ? null
      : {
          key: 'firstBill',
          at: <Moment at={firstBillAt} />,
          title: t('firstBill.title', names),
          detail: t('firstBill.detail', { days: noticeDays }),
          state: 'todo',
        },
    {
      key: 'termEnd',
      at: <LastDay end={termEndOf(endsAt, termPeriods, timeZone)} />,
      title: t('termEnd.title', names),
      detail: t('termEnd.detail', { months: termPeriods }),
      state: 'todo',
    },
  ]
  return (
    <section aria-labelledby="switch-dates">
      <h3 id="switch-dates" className="mb-4 font-semibold">
        {t('title')}
      </h3>
      <Timeline label={t('title')} events={events.filter((event) => event !== null)} />
      {end === null && <p className="mt-3 text-sm text-quiet">{t('noForecast')}</p>}
    </section>
  )
}
