import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { receiptBiller } from '@/components/energy/receipt/biller'
import { Receipt } from '@/components/energy/receipt/receipt'
import { requireRetailer } from '@/lib/auth/viewer'
import { getOffer } from '@/lib/db/read/offers'
import { getReceipt } from '@/lib/db/read/receipt'
import { memberOf } from '@/lib/db/read/members'
import { latestTariff } from '@/lib/db/read/tariffs'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { shortHex } from '@/lib/format/hex'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('receipt'))('metaTitle') }
}

/** What a customer of the viewer signed. Another member's agreement and none look the same: not found. */
export default async function RetailerReceiptPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireRetailer(`/retailer/agreements/${id}/receipt`)
  const agreement = await getReceipt(viewer, id)
  if (!agreement || !sameHex(agreement.retailer as Hex, viewer.address)) notFound()
  const [t, offer] = await Promise.all([getTranslations('receipt'), getOffer(agreement.offerId)])
  if (!offer) notFound()
  const table = await latestTariff(offer.offer)
  return (
    <Receipt
      agreement={agreement}
      offer={offer}
      biller={receiptBiller(offer.offer, agreement, table && (await memberOf(table.grid)))}
      other={agreement.consumerName ?? shortHex(agreement.consumer)}
      back={{ href: '/retailer/customers', label: t('back.retailer') }}
    />
  )
}
