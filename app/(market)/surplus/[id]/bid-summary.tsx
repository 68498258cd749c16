'use client'

import { useTranslations } from 'next-intl'
import { Money, MoneyDifference } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { BidOutlook } from '@/lib/domain/surplus/order-outlook'
import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import { micro, type Micro } from '@/lib/domain/units/units'
import { WalletNames } from './wallet-names'

interface BidSummaryProps {
  outlook: BidOutlook
  price: Tick | null
  free: Micro
  missing: Micro
}

/** What a bid means in money: what is locked, what it would cost now, what it saves. */
export function BidSummary({ outlook, price, free, missing }: BidSummaryProps) {
  const t = useTranslations('sessions.order.bid')
  const { most, atPrice, own, saved, savedAtLeast, reach } = outlook
  const now = price !== null && (
    <>
      <Price microPerKwh={pricePerKwh(price)} />
    </>
  )
  const items: Description[] = [
    { key: 'most', term: t('most'), description: <Money micro={most} />, numeric: true },
    {
      key: 'atPrice',
      term: now ? t.rich('atPrice', { price: () => now }) : t('atNoPrice'),
      description: atPrice === null ? t(`reach.${reach}`) : <Money micro={atPrice} />,
    },
    ...(own === null ? [] : [{ key: 'own', term: t('own'), description: <Money micro={own} /> }]),
    ...(saved === null ? [] : [{ key: 'saved', term: t('saved'), description: <Saved amount={saved} /> }]),
    ...(savedAtLeast === null || savedAtLeast < 0n
      ? []
      : [{ key: 'least', term: t('savedAtLeast'), description: <Saved amount={savedAtLeast} /> }]),
    { key: 'free', term: t('free'), description: <Money micro={free} /> },
    ...(missing > 0n ? [{ key: 'missing', term: t('missing'), description: <Money micro={missing} /> }] : []),
  ]
  return (
    <section aria-label={t('summary')} className="space-y-4 rounded-card border border-line bg-sunken/60 p-4">
      <DescriptionList items={items} />
      {reach === 'shares' && <p className="text-sm text-soft">{t('reach.shares')}</p>}
      {savedAtLeast !== null && savedAtLeast < 0n && (
        <Callout tone="warning" title={t('dear.title')}>
          {t('dear.meaning')}
        </Callout>
      )}
      <WalletNames />
    </section>
  )
}

function Saved({ amount }: { amount: bigint }) {
  return amount < 0n ? <MoneyDifference micro={amount} /> : <Money micro={micro(amount)} />
}
