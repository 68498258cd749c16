'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Icon } from '@/components/ui/icon'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Micro } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'
import type { Outlook } from './outlook'

/** The worst case of the new agreement, in the words in which it is told to whoever signs. */
export function SwitchWorst({ offer, view }: { offer: Offer; view: Outlook }) {
  const t = useTranslations('signing.worst')
  const locale = useLocale()
  const edges = {
    lower: formatBasisPoints(offer.deviation.lower, locale),
    upper: formatBasisPoints(offer.deviation.upper, locale),
  }
  const money = (micro: Micro) => ({ ...edges, amount: () => <Money micro={micro} className="font-semibold" /> })
  const { excessPrice } = view
  return (
    <section className="text-sm text-soft">
      <h3 className="mb-2 flex items-center gap-2 font-semibold text-ink">
        <Icon name="alert" size={18} className="text-warning" />
        {t('title')}
      </h3>
      <ul className="list-disc space-y-2 pl-5">
        <li>{t.rich('nothingUsed', money(view.nothingUsed))}</li>
        {excessPrice !== null && (
          <li>
            {t.rich('excess', { ...edges, price: () => <Price microPerKwh={excessPrice} className="font-semibold" /> })}
          </li>
        )}
        <li>{offer.exitFee > 0n ? t.rich('exitFee', money(offer.exitFee)) : t('noExitFee')}</li>
      </ul>
    </section>
  )
}
