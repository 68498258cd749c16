'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { coolingOffEnd, termEndOf } from '@/lib/domain/agreements/dates'
import type { Offer } from '@/lib/domain/offers/offer'
import { micro, type Micro } from '@/lib/domain/units/units'
import { formatDay, formatLastDay } from '@/lib/format/period'
import type { Outlook } from './outlook'
import { WorstCase } from './sign-worst-case'
import { YearCosts } from './sign-year-costs'
import { WalletNames } from './wallet-names'

interface SignSummaryProps {
  offer: Offer
  start: number
  view: Outlook
  /** What the visitor has; null where nobody has signed in. */
  money: { free: Micro; missing: Micro } | null
}

/** What signing means, in plain words: a normal year, another one, and the worst case. */
export function SignSummary({ offer, start, view, money }: SignSummaryProps) {
  const t = useTranslations('signing.summary')
  return (
    <section aria-label={t('title')} className="rounded-card border border-line bg-sunken/60 p-4 sm:p-5">
      <h3 className="mb-3 font-semibold">{t('title')}</h3>
      <DescriptionList items={[...useTerm(offer, start), ...useMoney(view, money)]} />
      <YearCosts view={view} />
      <WorstCase offer={offer} view={view} />
      {money && <WalletNames />}
    </section>
  )
}

/** From when to when, who bills, and the ways out. */
function useTerm(offer: Offer, start: number): Description[] {
  const t = useTranslations('signing.summary')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const model = useTranslations('offers.terms.model')(`${offer.model}.name`)
  const end = formatLastDay(termEndOf(start, offer.termPeriods, style.timeZone), style)
  const [now] = useState(() => Math.floor(Date.now() / 1000))
  return [
    { key: 'start', term: t('start'), description: <Moment at={start} /> },
    { key: 'term', term: t('term'), description: t('months', { count: offer.termPeriods, end }) },
    { key: 'biller', term: t('biller'), description: model },
    {
      key: 'coolingOff',
      term: t('coolingOff'),
      description:
        offer.coolingOffDays === 0
          ? t('none')
          : t('daysUntil', {
              count: offer.coolingOffDays,
              until: formatDay(coolingOffEnd(now, offer.coolingOffDays), style),
            }),
    },
    {
      key: 'notice',
      term: t('notice'),
      description: offer.noticeDays === 0 ? t('none') : t('days', { count: offer.noticeDays }),
    },
    { key: 'exitFee', term: t('exitFee'), description: <MoneyOrNone amount={offer.exitFee} /> },
  ]
}

function useMoney(view: Outlook, money: SignSummaryProps['money']): Description[] {
  const t = useTranslations('signing.summary')
  return [
    { key: 'yearly', term: t('yearly'), description: <Energy wh={view.yearly} /> },
    { key: 'deposit', term: t('deposit'), description: <MoneyOrNone amount={view.deposit} /> },
    ...(money ? [{ key: 'free', term: t('free'), description: <Money micro={money.free} /> }] : []),
    ...(money && money.missing > 0n
      ? [{ key: 'missing', term: t('missing'), description: <Money micro={money.missing} /> }]
      : []),
    { key: 'gas', term: t('gas'), description: t('gasNone') },
  ]
}

function MoneyOrNone({ amount }: { amount: Micro }) {
  const t = useTranslations('signing.summary')
  return amount === 0n ? t('none') : <Money micro={micro(amount)} />
}
