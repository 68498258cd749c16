import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReceiptPage } from '@/app/receipt-page'
import { requireConsumer } from '@/lib/auth/viewer'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('receipt'))('metaTitle') }
}

export default async function ConsumerReceiptPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireConsumer(`/consumer/agreements/${id}/receipt`)
  return <ReceiptPage viewer={viewer} as="consumer" id={id} />
}
