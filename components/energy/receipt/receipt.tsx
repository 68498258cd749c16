import { useTranslations } from 'next-intl'
import { PriceCard } from '@/components/energy/price-card'
import { PrintButton } from '@/components/energy/bill/print-button'
import { Moment } from '@/components/energy/period'
import { PageHeader } from '@/components/ui/page-header'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer, WorkedExample } from '@/lib/domain/offers/offer'
import type { Micro, Wh } from '@/lib/domain/units/units'
import { ContractedCard } from './contracted-card'
import { PartiesCard } from './parties-card'
import { ProofCard } from './proof-card'
import { TermsCard } from './terms-card'
import './receipt-print.css'

export interface ReceiptAgreement {
  id: string
  consumer: string
  consumerName: string | null
  retailer: string
  retailerName: string | null
  offerId: string
  offerName: string
  meterId: string
  meterLabel: string | null
  start: number
  contractedWh: Wh[]
  termPeriods: number
  deposit: Micro
  signedAt: number
  txHash: string
  block: number | null
  signature: string | null
  replaced: { id: string; offerName: string | null } | null
}

export interface ReceiptProps {
  agreement: ReceiptAgreement
  offer: { offer: Offer; pricing: Pricing; examples: readonly WorkedExample[] }
  /** Name of the member that bills under the settlement model of the offer. */
  biller: string
  back: { href: string; label: string }
  /** The other side of the agreement, as seen by the reader. */
  other: string
}

/** What was agreed, between whom, and what proves it: to read, to print, to keep. */
export function Receipt({ agreement, offer, biller, back, other }: ReceiptProps) {
  const t = useTranslations('receipt')
  return (
    <div className="receipt">
      <PageHeader
        back={back}
        title={t('title', { offer: agreement.offerName })}
        lead={t.rich('lead', { other, when: () => <Moment at={agreement.signedAt} precision="minute" /> })}
        actions={<PrintButton label={t('print')} />}
      />
      <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-2 print:grid-cols-2 print:gap-3">
        <PartiesCard agreement={agreement} biller={biller} />
        <TermsCard agreement={agreement} offer={offer.offer} />
        <PriceCard pricing={offer.pricing} priceCap={offer.offer.priceCap} examples={offer.examples} />
        <ContractedCard agreement={agreement} />
        <ProofCard agreement={agreement} />
      </div>
    </div>
  )
}
