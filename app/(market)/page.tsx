import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listOffers } from '@/lib/db/read/offers'
import { marketFigures } from '@/lib/db/read/market'
import { Filters } from './filters'
import { MarketFigureList } from './market-figures'
import { filterHref, parseFilter, type SearchParams } from './market-filter'
import { OfferCard } from './offer-card'

export default async function MarketPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filter = parseFilter(await searchParams)
  const [offers, figures, t, compare] = await Promise.all([
    listOffers(filter),
    marketFigures(),
    getTranslations('market'),
    getTranslations('compare'),
  ])
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-2xl font-semibold tracking-[-0.02em] sm:text-3xl">{t('title')}</h1>
        <p className="mt-3 text-lg text-soft">{t('lead')}</p>
        <LinkButton href="/compare" variant="primary" className="mt-6 max-sm:w-full" aria-describedby="compare-lead">
          {compare('cta')}
        </LinkButton>
        <p id="compare-lead" className="mt-2 text-sm text-quiet">
          {compare('ctaLead')}
        </p>
      </header>
      <div className="mt-8">
        <MarketFigureList figures={figures} />
      </div>
      <section aria-labelledby="offers" className="mt-10">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id="offers" className="text-xl font-semibold tracking-tight">
            {t('offers')}
          </h2>
          <p className="text-sm text-quiet">{t('count', { count: offers.length })}</p>
        </div>
        <div className="mt-4 mb-6">
          <Filters filter={filter} />
        </div>
        {offers.length > 0 ? (
          <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
            {offers.map((row) => (
              <li key={row.id} className="later">
                <OfferCard row={row} />
              </li>
            ))}
          </ul>
        ) : (
          <NoOffers filtered={filterHref(filter) !== '/'} />
        )}
      </section>
    </>
  )
}

async function NoOffers({ filtered }: { filtered: boolean }) {
  const t = await getTranslations('market.none')
  if (!filtered) return <EmptyState title={t('title')}>{t('meaning')}</EmptyState>
  return (
    <EmptyState title={t('filteredTitle')} action={<LinkButton href="/">{t('showAll')}</LinkButton>}>
      {t('filteredMeaning')}
    </EmptyState>
  )
}
