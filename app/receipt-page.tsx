import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { receiptBiller } from '@/components/energy/receipt/biller'
import { Receipt } from '@/components/energy/receipt/receipt'
import { getOffer } from '@/lib/db/read/offers'
import { getReceipt } from '@/lib/db/read/receipt'
import { memberOf } from '@/lib/db/read/members'
import { latestTariff } from '@/lib/db/read/tariffs'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { shortHex } from '@/lib/format/hex'

/** The two parties of an agreement, and the page each comes from. */
const SIDES = {
  consumer: { other: 'retailer', otherName: 'retailerName', back: '/consumer' },
  retailer: { other: 'consumer', otherName: 'consumerName', back: '/retailer/customers' },
} as const

export interface ReceiptPageProps {
  viewer: { address: string }
  /** The part the viewer must have in the agreement. */
  as: keyof typeof SIDES
  /** Of the agreement. */
  id: string
}

/** What was signed. Another member's agreement and none look the same: not found. */
export async function ReceiptPage({ viewer, as, id }: ReceiptPageProps) {
  const side = SIDES[as]
  const agreement = await getReceipt(viewer, id)
  if (!agreement || !sameHex(agreement[as] as Hex, viewer.address as Hex)) notFound()
  const [t, offer] = await Promise.all([getTranslations('receipt'), getOffer(agreement.offerId)])
  if (!offer) notFound()
  const table = await latestTariff(offer.offer)
  return (
    <Receipt
      agreement={agreement}
      offer={offer}
      biller={receiptBiller(offer.offer, agreement, table && (await memberOf(table.grid)))}
      other={agreement[side.otherName] ?? shortHex(agreement[side.other])}
      back={{ href: side.back, label: t(`back.${as}`) }}
    />
  )
}
