import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { PageHeader } from '@/components/ui/page-header'
import { requireGrid } from '@/lib/auth/viewer'
import { typedMoment } from '@/lib/format/parse-moment'
import { walletSettings } from '@/lib/services/wallet-settings'
import { RegisterForm } from './register-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meters.new')
  return { title: t('title') }
}

/** Register a meter. */
export default async function NewMeterPage() {
  const viewer = await requireGrid('/operator/meters/new')
  const [t, timeZone] = await Promise.all([getTranslations('meters'), getTimeZone()])
  return (
    <>
      <PageHeader back={{ href: '/operator/meters', label: t('title') }} title={t('new.title')} lead={t('new.lead')} />
      <RegisterForm operator={viewer.address} settings={walletSettings()} now={typedMoment(utcSeconds(), timeZone)} />
    </>
  )
}
