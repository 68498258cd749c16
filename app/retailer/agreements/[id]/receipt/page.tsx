import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReceiptPage } from '@/app/receipt-page'
import { requireRetailer } from '@/lib/auth/viewer'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('receipt'))('metaTitle') }
}

export default async function RetailerReceiptPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireRetailer(`/retailer/agreements/${id}/receipt`)
  return <ReceiptPage viewer={viewer} as="retailer" id={id} />
}
