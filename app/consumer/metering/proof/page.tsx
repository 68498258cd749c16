import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DayFigure } from '@/components/energy/day-figure'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { dayProofText } from '@/lib/chain/coding/day-proof'
import { meterIdOf, provableDay } from '@/lib/chain/coding/day-place'
import { proofFragment } from '@/lib/chain/coding/proof-fragment'
import { getMeter } from '@/lib/db/read/metering'
import type { Refusal } from '@/lib/domain/decision'
import { dayBounds } from '@/lib/domain/metering/calendar'
import { env } from '@/lib/env'
import { shortHex } from '@/lib/format/hex'
import { proveDay, type ProvenDay } from '@/lib/services/prove-day'
import { HandOver } from './hand-over'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const PATH = '/consumer/metering/proof'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dayProof')
  return { title: t('proveThisDay') }
}

/** What the meter signed for one day of mine, to keep or to give to anybody. */
export default async function ProofPage({ searchParams }: Search) {
  const { meter, day } = await searchParams
  const meterId = meterIdOf(meter)
  if (!meterId || !provableDay(day)) notFound()
  const viewer = await requireConsumer(`${PATH}?${new URLSearchParams({ meter: meterId, day }).toString()}`)
  const [t, timeZone, row, proven] = await Promise.all([
    getTranslations('dayProof'),
    getTimeZone(),
    getMeter(viewer, meterId),
    proveDay(viewer, meterId, day),
  ])
  const date = <Moment at={dayBounds(day, timeZone).start} />
  return (
    <>
      <PageHeader
        title={t.rich('proveTitle', { date: () => date })}
        lead={row?.label ?? shortHex(meterId)}
        back={{
          href: `/consumer/metering?${new URLSearchParams({ meter: meterId, view: 'day', date: day }).toString()}`,
          label: t('backToMetering'),
        }}
      />
      <div className="space-y-6">
        {proven.ok ? <Proven proven={proven.value} timeZone={timeZone} /> : <Unproven refusal={proven.refusal} />}
      </div>
    </>
  )
}

async function Proven({ proven: { proof, replacedAt }, timeZone }: { proven: ProvenDay; timeZone: string }) {
  const t = await getTranslations('dayProof')
  const text = dayProofText(proof)
  const { day, read } = proof
  return (
    <>
      {replacedAt !== null && (
        <Callout tone="warning" title={t('replacedTitle')}>
          {t.rich('replaced', { date: () => <Moment at={replacedAt} precision="minute" /> })}
        </Callout>
      )}
      <Card title={t('handOver.title')} lead={t('handOver.lead')}>
        <HandOver
          download={`/api/v1/meters/${read.meterId}/days/${day.day}?download`}
          link={`${new URL(env.publicUrl).origin}/check-day${await proofFragment(text)}`}
        />
      </Card>
      <Card
        title={t('dayTitle')}
        lead={t.rich('signedIn', {
          time: () => <Moment at={read.time} precision="minute" />,
          number: () => String(read.sequence),
        })}
      >
        <DayFigure day={day} timeZone={timeZone} />
      </Card>
    </>
  )
}

async function Unproven({ refusal }: { refusal: Refusal }) {
  const t = await getTranslations('dayProof.unproven')
  switch (refusal.name) {
    case 'DayErased':
      return (
        <Callout title={t('erasedTitle')}>
          {t.rich('erased', { date: () => <Moment at={Number(refusal.facts['erasedAt'])} /> })}
        </Callout>
      )
    case 'DaySignedOtherwise':
      return (
        <Callout tone="warning" title={t('otherTitle')}>
          {t('other')}
        </Callout>
      )
    case 'DayNotSigned':
      return <Callout title={t('notSignedTitle')}>{t('notSigned')}</Callout>
    default:
      return <Callout title={t('unknownTitle')}>{t('unknown')}</Callout>
  }
}
