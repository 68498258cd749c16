import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { utcSeconds } from '@/app/utc-seconds'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { agreementsOfConsumer } from '@/lib/db/read/agreements'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { owedBy } from '@/lib/db/read/escrow'
import { metersOfHolder } from '@/lib/db/read/metering'
import { getOffer } from '@/lib/db/read/offers'
import { listPeriods } from '@/lib/db/read/tariffs'
import { AgreementCard } from '../../agreement-card'
import { termEnd } from '../../supply-months'
import { AgreementActions } from '../agreement-actions'
import { agreementView } from '../agreement-view'
import { PlanCard } from '../plan-card'
import { StoryCard } from '../story-card'

interface AgreementPageProps {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('switching.page')
  return { title: t('title') }
}

/** One agreement of the consumer: its terms, what happens when, and how to leave it. */
export default async function AgreementPage({ params }: AgreementPageProps) {
  const { id } = await params
  const viewer = await requireConsumer(`/consumer/agreements/${encodeURIComponent(id)}`)
  const [t, timeZone, agreements, bills, debts, meters, calendar] = await Promise.all([
    getTranslations('switching.page'),
    getTimeZone(),
    agreementsOfConsumer(viewer),
    billsOfConsumer(viewer),
    owedBy(viewer),
    metersOfHolder(viewer),
    listPeriods(),
  ])
  const agreement = agreements.find((one) => one.id === id.toLowerCase())
  const offer = agreement && (await getOffer(agreement.offerId))?.offer
  if (!agreement || !offer) notFound()
  const lastReadAt = meters.find((meter) => meter.id === agreement.meterId)?.lastRead.time ?? 0
  const view = agreementView({ now: utcSeconds(), agreement, agreements, offer, calendar, lastReadAt, bills })
  const { end } = view
  return (
    <>
      <PageHeader
        title={agreement.offerName}
        lead={t('lead', { meter: agreement.meterLabel ?? t('meter') })}
        back={{ href: '/consumer', label: t('back') }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <AgreementCard
            agreement={agreement}
            termEnd={termEnd(agreement, timeZone)}
            stage={view.stage}
            owes={debts.some(({ cause }) => cause === agreement.id)}
          />
          {end && (
            <Card title={t('leave')} lead={t('notice', { days: offer.noticeDays })}>
              {end.ok ? (
                <AgreementActions agreement={agreement} view={view} own />
              ) : (
                <RefusalMessage refusal={end.refusal} title={t('cannotLeave')} />
              )}
            </Card>
          )}
        </div>
        <div className="grid min-w-0 gap-6">
          <StoryCard view={{ ...view, agreement }} />
          <PlanCard start={agreement.start} contracted={agreement.contractedWh} />
        </div>
      </div>
    </>
  )
}
