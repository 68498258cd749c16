import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { getViewer } from '@/lib/auth/viewer'
import { metersOfHolder } from '@/lib/db/read/metering'
import { homeProfiles } from '@/lib/services/home-profiles'
import { Compare } from './compare'
import type { OwnMeter } from './own-meters'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('compare')
  return { title: t('title'), description: t('lead') }
}

/** For anybody, with or without an account: what would each offer cost on my own use? */
export default async function ComparePage() {
  const [t, profiles, meters] = await Promise.all([getTranslations('compare'), homeProfiles(), ownMeters()])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Compare profiles={profiles} ownMeters={meters} />
    </>
  )
}

/** The viewer's own, of nobody else; none for a visitor. */
async function ownMeters(): Promise<OwnMeter[]> {
  const viewer = await getViewer()
  if (!viewer?.roles.includes('consumer')) return []
  const meters = await metersOfHolder(viewer)
  return meters.map(({ id, label, number, customerClass, region, voltageClass, capacity }) => ({
    ...{ id, label: label ?? number ?? id },
    point: { customerClass, region, voltageClass, capacity },
  }))
}
