import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { walletSettings } from '@/lib/services/wallet-settings'
import { CheckBill } from './check-bill'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkBill')
  return { title: t('title') }
}

/** For anybody who was given a bill's file, with or without an account: is it right, line by line? */
export default async function CheckBillPage() {
  const [t, timeZone] = await Promise.all([getTranslations('checkBill'), getTimeZone()])
  const { chainId, contracts } = walletSettings()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CheckBill market={{ chainId, contracts }} timeZone={timeZone} />
    </>
  )
}
