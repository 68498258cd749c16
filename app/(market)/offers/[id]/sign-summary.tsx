'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { Icon } from '@/components/ui/icon'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Micro } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'
import type { Outlook } from './outlook'

interface SignSummaryProps {
  offer: Offer
  start: number
  view: Outlook
  free: Micro
  missing: Micro
}

/** What signing means, in plain words, the worst case included. */
export function SignSummary({ offer, start, view, free, missing }: SignSummaryProps) {
  const t = useTranslations('signing.summary')
  const items: Description[] = [
    { key: 'start', term: t('start'), description: <Moment at={start} /> },
    { key: 'term', term: t('term'), description: t('months', { count: offer.termPeriods }) },
    { key: 'yearly', term: t('yearly'), description: <Energy wh={view.yearly} /> },
    ...(view.asPlanned === null
      ? []
      : [{ key: 'asPlanned', term: t('asPlanned'), description: <Money micro={view.asPlanned} /> }]),
    { key: 'deposit', term: t('deposit'), description: <Money micro={view.deposit} /> },
    { key: 'free', term: t('free'), description: <Money micro={free} /> },
    ...(missing > 0n ? [{ key: 'missing', term: t('missing'), description: <Money micro={missing} /> }] : []),
  ]
  return (
    <section aria-label={t('title')} className="rounded-card border border-line bg-sunken/60 p-4 sm:p-5">
      <h3 className="mb-3 font-semibold">{t('title')}</h3>
      <DescriptionList items={items} />
      <WorstCase offer={offer} view={view} />
    </section>
  )
}

function WorstCase({ offer, view }: Pick<SignSummaryProps, 'offer' | 'view'>) {
  const t = useTranslations('signing.worst')
  const locale = useLocale()
  const edges = {
    lower: formatBasisPoints(offer.deviation.lower, locale),
    upper: formatBasisPoints(offer.deviation.upper, locale),
  }
  const money = (micro: Micro) => ({ ...edges, amount: () => <Money micro={micro} className="font-semibold" /> })
  return (
    <div className="mt-5 border-t border-line pt-4 text-sm text-soft">
      <h4 className="mb-2 flex items-center gap-2 font-semibold text-ink">
        <Icon name="alert" size={18} className="text-warning" />
        {t('title')}
      </h4>
      <ul className="list-disc space-y-2 pl-5">
        <li>{t.rich('nothingUsed', money(view.nothingUsed))}</li>
        {view.excessPrice !== null && (
          <li>
            {t.rich('excess', {
              ...edges,
              price: () => <Price microPerKwh={view.excessPrice!} className="font-semibold" />,
            })}
          </li>
        )}
        <li>{offer.exitFee > 0n ? t.rich('exitFee', money(offer.exitFee)) : t('noExitFee')}</li>
        <li>{t.rich('deposit', money(view.deposit))}</li>
      </ul>
    </div>
  )
}
