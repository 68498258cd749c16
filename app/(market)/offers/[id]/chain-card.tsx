import { useTranslations } from 'next-intl'
import { Address, ShortHex, TxHash } from '@/components/energy/chain-name'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { OfferRow } from '@/lib/db/read/offers'

/** Where to check that this page says what the chain says. */
export function ChainCard({ row }: { row: OfferRow }) {
  const t = useTranslations('offers.chain')
  return (
    <Card title={t('title')} lead={t('lead')} className="later">
      <DescriptionList
        items={[
          { key: 'id', term: t('id'), description: <ShortHex hex={row.id} /> },
          {
            key: 'retailer',
            term: t('retailer'),
            description: <Address address={row.retailer} name={row.retailerName} />,
          },
          { key: 'formula', term: t('formula'), description: <ShortHex hex={row.offer.formula} /> },
          { key: 'published', term: t('published'), description: <Moment at={row.publishedAt} precision="minute" /> },
          { key: 'tx', term: t('transaction'), description: <TxHash hash={row.txHash} /> },
        ]}
      />
    </Card>
  )
}
