import { useTranslations } from 'next-intl'
import { OnPaper } from '@/components/energy/chain-name'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { ReceiptAgreement } from './receipt'

/** Where it stands for everybody to check, and the consumer's own signature. */
export function ProofCard({ agreement }: { agreement: ReceiptAgreement }) {
  const t = useTranslations('receipt.proof')
  const { id, offerId, txHash, block, signature, signedAt } = agreement
  return (
    <Card title={t('title')} lead={t('lead')} className="lg:col-span-2 print:col-span-2">
      <DescriptionList
        items={[
          { key: 'agreement', term: t('agreement'), description: <OnPaper hash={id} /> },
          { key: 'offer', term: t('offer'), description: <OnPaper hash={offerId} /> },
          { key: 'transaction', term: t('transaction'), description: <OnPaper hash={txHash} /> },
          { key: 'block', term: t('block'), description: block ?? t('inTransaction'), numeric: block !== null },
          { key: 'at', term: t('signedAt'), description: <Moment at={signedAt} precision="minute" /> },
          {
            key: 'signature',
            term: t('signature'),
            description: signature ? <OnPaper hash={signature} /> : t('inTransaction'),
          },
        ]}
      />
    </Card>
  )
}
