import { useTranslations } from 'next-intl'
import { OnPaper } from '@/components/energy/chain-name'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { shortHex } from '@/lib/format/hex'
import type { ReceiptAgreement } from './receipt'

/** Who agreed with whom, for which supply point, and who sends the bills. */
export function PartiesCard({ agreement, biller }: { agreement: ReceiptAgreement; biller: string }) {
  const t = useTranslations('receipt.parties')
  const { consumer, consumerName, retailer, retailerName, meterId, meterLabel, replaced } = agreement
  return (
    <Card title={t('title')}>
      <DescriptionList
        items={[
          { key: 'consumer', term: t('consumer'), description: <Party name={consumerName} address={consumer} /> },
          { key: 'retailer', term: t('retailer'), description: <Party name={retailerName} address={retailer} /> },
          { key: 'biller', term: t('biller'), description: biller },
          { key: 'point', term: t('supplyPoint'), description: meterLabel ?? shortHex(meterId) },
          { key: 'meter', term: t('meter'), description: <OnPaper hash={meterId} /> },
          {
            key: 'replaces',
            term: t('replaces'),
            description: replaced ? (replaced.offerName ?? shortHex(replaced.id)) : t('replacesNothing'),
          },
        ]}
      />
    </Card>
  )
}

function Party({ name, address }: { name: string | null; address: string }) {
  return (
    <>
      {name && <span className="block">{name}</span>}
      <span className="text-sm font-normal text-quiet">
        <OnPaper hash={address} />
      </span>
    </>
  )
}
