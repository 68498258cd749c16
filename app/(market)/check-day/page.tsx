import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { walletSettings } from '@/lib/services/wallet-settings'
import { CheckDay } from './check-day'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dayProof')
  return { title: t('title'), description: t('lead') }
}

/** For anybody, with or without an account: did a meter really sign the figures of this day? */
export default async function CheckDayPage() {
  const [t, timeZone] = await Promise.all([getTranslations('dayProof'), getTimeZone()])
  const { chainId, contracts } = walletSettings()
  const market = {
    chainId,
    meterRegistry: contracts.MeterRegistry,
    revisions: contracts.Revisions,
    settlement: contracts.Settlement,
    purchaseBook: contracts.PurchaseBook,
    p256Verifier: contracts.ERC7913P256Verifier,
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CheckDay market={market} timeZone={timeZone} />
    </>
  )
}
