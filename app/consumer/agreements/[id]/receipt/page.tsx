import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { receiptBiller } from '@/components/energy/receipt/biller'
import { Receipt } from '@/components/energy/receipt/receipt'
import { requireConsumer } from '@/lib/auth/viewer'
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

/** What the viewer signed. Another member's agreement and none look the same: not found. */
export default async function ConsumerReceiptPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireConsumer(`/consumer/agreements/${id}/receipt`)
  const agreement = await getReceipt(viewer, id)
  if (!agreement || !sameHex(agreement.consumer as Hex, viewer.address)) notFound()
  const [t, offer] = await Promise.all([getTranslations('receipt'), getOffer(agreement.offerId)])
  if (!offer) notFound()
  const table = await latestTariff(offer.offer)
  return (
    <Receipt
      agreement={agreement}
      offer={offer}
      biller={receiptBiller(offer.offer, agreement, table && (await memberOf(table.grid)))}
      other={agreement.retailerName ?? shortHex(agreement.retailer)}
      back={{ href: '/consumer', label: t('back.consumer') }}
    />
  )
}
