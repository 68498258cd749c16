'use client'

import { useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { chargeAt } from '@/lib/domain/billing/deviation'
import type { LotOutlook } from '@/lib/domain/surplus/order-outlook'
import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import { micro, type MicroPerKwh, type Wh } from '@/lib/domain/units/units'
import { WalletNames } from './wallet-names'

interface LotSummaryProps {
  energy: Wh
  outlook: LotOutlook
  price: Tick | null
  feedIn: MicroPerKwh | null
}

/** What a lot brings, beside what the grid pays for the same. */
export function LotSummary({ energy, outlook, price, feedIn }: LotSummaryProps) {
  const t = useTranslations('sessions.order.lot')
  const { least, atPrice, reach } = outlook
  const items: Description[] = [
    { key: 'least', term: t('least'), description: <Money micro={least} />, numeric: true },
    {
      key: 'atPrice',
      term:
        price === null
          ? t('atNoPrice')
          : t.rich('atPrice', { price: () => <Price microPerKwh={pricePerKwh(price)} /> }),
      description: atPrice === null ? t(`reach.${reach}`) : <Money micro={atPrice} />,
    },
    ...(feedIn === null
      ? []
      : [{ key: 'feedIn', term: t('feedIn'), description: <Money micro={micro(chargeAt(energy, feedIn))} /> }]),
  ]
  return (
    <section aria-label={t('summary')} className="space-y-3 rounded-card border border-line bg-sunken/60 p-4">
      <DescriptionList items={items} />
      <p className="text-sm text-quiet">{t('unsold')}</p>
      <WalletNames />
    </section>
  )
}
