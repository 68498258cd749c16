import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { OfferKind } from '@/components/energy/offer-kind'
import { PriceCard } from '@/components/energy/price-card'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { getViewer } from '@/lib/auth/viewer'
import { getOffer, type OfferRow } from '@/lib/db/read/offers'
import { latestTariff } from '@/lib/db/read/tariffs'
import { referencePrice } from '@/lib/domain/tariffs/table'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { shortHex } from '@/lib/format/hex'
import { BandCard } from './band-card'
import { standingOf } from './barred'
import { ChainCard } from './chain-card'
import { ExamplesCard } from './examples-card'
import { nextStart } from './next-start'
import { planOf } from './plan-query'
import { SwitchOrSign } from './switch-panel'
import { TariffCard } from './tariff-card'
import { TermsCard } from './terms-card'
import { WithdrawPanel } from './withdraw-panel'

interface OfferPageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ plan?: string | string[] }>
}

/** Where the visitor chooses, on the page. */
const CHOICE = 'choice'

/** Read once per request: for the head and for the page. */
const offerOf = cache(getOffer)

export async function generateMetadata({ params }: Pick<OfferPageProps, 'params'>): Promise<Metadata> {
  const row = await offerOf((await params).id)
  return row ? { title: row.name, description: await leadOf(row) } : {}
}

export default async function OfferPage({ params, searchParams }: OfferPageProps) {
  const [row, viewer, start, t, { plan }] = await Promise.all([
    params.then(({ id }) => offerOf(id)),
    getViewer(),
    nextStart(),
    getTranslations('offers'),
    searchParams,
  ])
  if (!row) notFound()
  // The standing is asked for here, that its panel need not wait for the table first.
  const [table] = await Promise.all([latestTariff(row.offer), standingOf(row.offer)])
  const own = viewer !== null && sameHex(viewer.address as Hex, row.offer.retailer)
  return (
    <>
      <PageHeader
        title={row.name}
        badge={
          row.status === 'withdrawn' ? (
            <Badge tone="warning">{t('withdrawn')}</Badge>
          ) : (
            <OfferKind formula={row.pricing.formula} />
          )
        }
        lead={await leadOf(row)}
        back={{ href: '/', label: t('back') }}
        actions={!own && row.status !== 'withdrawn' && <ToChoice label={t('toChoice')} />}
      />
      {row.status === 'withdrawn' && (
        <Callout tone="warning" title={t('withdrawnTitle')} className="mb-6">
          {t('withdrawnMeaning')}
        </Callout>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:grid-rows-[auto_1fr]">
        <div className="grid min-w-0 gap-6">
          <PriceCard pricing={row.pricing} priceCap={row.offer.priceCap} examples={row.examples} />
          <BandCard
            clause={row.offer.deviation}
            reference={table && referencePrice(table, row.offer.deviation.referenceBasis)}
          />
          <ExamplesCard examples={row.examples} />
        </div>
        <div id={CHOICE} className="grid min-w-0 gap-6 lg:row-span-2">
          {own ? <WithdrawPanel row={row} /> : <SwitchOrSign {...{ row, table, start, viewer }} plan={planOf(plan)} />}
          <TermsCard offer={row.offer} />
        </div>
        <div className="grid min-w-0 gap-6">
          <TariffCard table={table} />
          <ChainCard row={row} />
        </div>
      </div>
    </>
  )
}

/** On a narrow screen the choice is below what is chosen: the way there is in sight from the start. */
function ToChoice({ label }: { label: string }) {
  return (
    <a href={`#${CHOICE}`} className={buttonClasses({ variant: 'primary' }, 'max-sm:w-full lg:hidden')}>
      {label}
    </a>
  )
}

async function leadOf(row: OfferRow): Promise<string> {
  const t = await getTranslations('offers')
  const retailer = row.retailerName ?? shortHex(row.retailer)
  return t('lead', { retailer, for: t(`class.${row.offer.customerClass}`) })
}
