'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Icon } from '@/components/ui/icon'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Micro } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'
import type { Outlook } from './outlook'

/** What can go wrong, with its price. */
export function WorstCase({ offer, view }: { offer: Offer; view: Outlook }) {
  const t = useTranslations('signing.worst')
  const locale = useLocale()
  const basis = offer.deviation.ruleBasis
  const edges = {
    lower: formatBasisPoints(offer.deviation.lower, locale),
    upper: formatBasisPoints(offer.deviation.upper, locale),
  }
  const money = (micro: Micro) => ({ ...edges, amount: () => <Money micro={micro} className="font-semibold" /> })
  const price = () => <Price microPerKwh={view.excessPrice!} className="font-semibold" />
  return (
    <div className="mt-5 border-t border-line pt-4 text-sm text-soft">
      <h4 className="mb-2 flex items-center gap-2 font-semibold text-ink">
        <Icon name="alert" size={18} className="text-warning" />
        {t('title')}
      </h4>
      <ul className="list-disc space-y-2 pl-5">
        <li>{t.rich(`nothingUsed.${basis}`, money(view.nothingUsed))}</li>
        {view.excessPrice !== null && <li>{t.rich(`excess.${basis}`, { ...edges, price })}</li>}
        <li>{offer.exitFee > 0n ? t.rich('exitFee', money(offer.exitFee)) : t('noExitFee')}</li>
        {view.deposit > 0n && <li>{t.rich('deposit', money(view.deposit))}</li>}
        <li>{t('unpaid')}</li>
      </ul>
    </div>
  )
}
