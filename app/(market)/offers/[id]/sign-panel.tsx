import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RefusedSigning } from '@/components/energy/refused-signing'
import { UnderWay } from '@/components/energy/signing-under-way'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { agreementsOfConsumer } from '@/lib/db/read/agreements'
import { accountOf } from '@/lib/db/read/escrow'
import { metersOfHolder, monthlyUseOf, type MonthUse } from '@/lib/db/read/metering'
import type { OfferRow } from '@/lib/db/read/offers'
import { datesOf } from '@/lib/domain/metering/calendar'
import { mapRegisters, sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { wh, type Watt, type Wh } from '@/lib/domain/units/units'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { walletSettings } from '@/lib/services/wallet-settings'
import { Barred, standingOf } from './barred'
import { obstacleOf } from './eligibility'
import { plannedMonths, withPlan } from './planned-months'
import { SignFlow } from './sign-flow'
import type { SignableMeter } from './sign-form'
import { SignedOut } from './signed-out'
import { signingNews } from './signing-news'

export interface SignPanelProps {
  row: OfferRow
  table: TariffTable | null
  /** First instant of the next settlement period; null if the exchange has published none. */
  start: number | null
  viewer: { address: string; roles: readonly string[] } | null
  /** Contracted energy to begin with, January first: carried from a comparison. */
  plan?: readonly Wh[] | null
}

/** What this visitor can do with the offer, or why nothing. */
export async function SignPanel({ row, table, start, viewer, plan = null }: SignPanelProps) {
  const t = await getTranslations('signing')
  if (row.status === 'withdrawn')
    return <Notice tone="warning" title={t('withdrawn.title')} text={t('withdrawn.meaning')} market />
  const barred = await standingOf(row.offer)
  if (barred) return <Barred standing={barred} />
  if (!viewer) return <SignedOut {...{ row, table, start, plan }} />
  if (!viewer.roles.includes('consumer'))
    return <Notice title={t('notConsumer.title')} text={t('notConsumer.meaning')} />
  if (start === null) return <Notice tone="warning" title={t('noPeriod.title')} text={t('noPeriod.meaning')} />

  const meters = await signableMeters(viewer, row, { start, plan })
  if (meters.length === 0) return <Notice title={t('noMeter.title')} text={t('noMeter.meaning')} />
  const [{ free }, news] = await Promise.all([accountOf(viewer), signingNews(viewer, row.id)])
  if (news.underWay) return <UnderWay signing={news.underWay} />
  return (
    <Card title={t('title')} lead={t('lead')}>
      {news.refused && <RefusedSigning signing={news.refused} />}
      <SignFlow
        settings={walletSettings()}
        consumer={viewer.address as Address}
        offer={{ id: row.id as Hex, name: row.name, terms: row.offer, pricing: row.pricing }}
        table={table}
        start={start}
        free={free}
        meters={meters}
      />
    </Card>
  )
}

async function signableMeters(
  viewer: { address: string },
  row: OfferRow,
  { start, plan }: { start: number; plan: readonly Wh[] | null },
): Promise<SignableMeter[]> {
  const [meters, agreements] = await Promise.all([metersOfHolder(viewer), agreementsOfConsumer(viewer)])
  return Promise.all(
    meters.map(async (meter) => {
      const supply = agreements.find(({ meterId, status }) => meterId === meter.id && status !== 'ended')
      const obstacle = obstacleOf(row.offer, meter, supply !== undefined)
      const use = obstacle ? [] : (await monthlyUseOf(viewer, meter.id)).filter(isWhole)
      const measured = use.map(({ month, registers, maxDemand }) => ({ month, usedWh: sumWh(registers), maxDemand }))
      const months = withPlan(plannedMonths(start, env.marketTimeZone, measured), plan, env.marketTimeZone)
      return {
        id: meter.id as Hex,
        label: meter.label ?? meter.id,
        obstacle,
        suppliedBy: supply?.offerName ?? null,
        months: months.map((planned) => ({ ...planned, maxDemand: planned.maxDemand ?? typicalDemand(row) })),
        capacity: meter.capacity,
        mix: mixOf(
          use.map(({ registers }) => registers),
          row,
        ),
      }
    }),
  )
}

/** A month that has begun, or lost days, says too little about a month. */
function isWhole({ month, days }: MonthUse): boolean {
  const [year, number] = month.split('-').map(Number)
  return days === datesOf({ year: year ?? 0, month: number ?? 1 }).length
}

/** For a new meter, the demand of the offer's own examples. */
function typicalDemand({ examples }: OfferRow): Watt | null {
  return examples.at(-1)?.usage.maxDemand ?? null
}

/** How the meter's past year spread over the registers; for a new meter, the spread of the offer's own examples. */
function mixOf(months: readonly RegisterValues<Wh>[], row: OfferRow): RegisterValues<Wh> {
  const [first, ...others] = months.length > 0 ? months : row.examples.map(({ usage }) => usage.registers)
  if (!first) throw new Error(`offer ${row.id} has no worked examples`)
  return others.reduce(
    (sum, registers) => mapRegisters(sum, (energy, index) => wh(energy + (registers[index] ?? 0n))),
    first,
  )
}

interface NoticeProps {
  tone?: 'info' | 'warning'
  title: string
  text: string
  market?: boolean
}

async function Notice({ tone = 'info', title, text, market }: NoticeProps): Promise<ReactNode> {
  const t = await getTranslations('signing')
  return (
    <Callout tone={tone} title={title} todo={market && <LinkButton href="/">{t('otherOffers')}</LinkButton>}>
      {text}
    </Callout>
  )
}
