import { useLocale, useTranslations } from 'next-intl'
import { Address } from '@/components/energy/chain-name'
import { Period } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import { singlePrice, type Component, type TariffTable } from '@/lib/domain/tariffs/table'
import { formatPriceAmount } from '@/lib/format/price'
import type { AreaTariff } from './tariffs-of-period'

export interface TariffCardsProps {
  period: PeriodRow
  tariffs: readonly AreaTariff[]
}

/** What is in force in the current period, area by area. */
export function TariffCards({ period, tariffs }: TariffCardsProps) {
  const t = useTranslations('operator.market.tariffs')
  return (
    <section aria-labelledby="tariffs">
      <h2 id="tariffs" className="text-xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 text-sm text-quiet">
        {t('period')} <Period start={period.start} end={period.end} />
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        {tariffs.map((tariff) => (
          <TariffCard key={`${tariff.region}-${tariff.voltageClass}`} tariff={tariff} />
        ))}
        {tariffs.length === 0 && (
          <Callout tone="warning" title={t('noneTitle')}>
            {t('noneMeaning')}
          </Callout>
        )}
      </div>
    </section>
  )
}

function TariffCard({ tariff }: { tariff: AreaTariff }) {
  const t = useTranslations('operator.market.tariffs')
  const area = t('area', { region: String(tariff.region), voltageClass: String(tariff.voltageClass) })
  return (
    <Card title={area}>
      {tariff.table ? (
        <TariffFacts table={tariff.table} />
      ) : (
        <Callout tone="warning" title={t('missingTitle')}>
          {t('missingMeaning')}
        </Callout>
      )}
    </Card>
  )
}

function TariffFacts({ table }: { table: TariffTable }) {
  const t = useTranslations('operator.market.tariffs')
  const components = table.components.map(
    (component, index): Description => ({
      key: `${component.kind}-${index}`,
      term: t(`kind.${component.kind}`),
      description: <ComponentPrice component={component} />,
      numeric: true,
    }),
  )
  const payees = (['grid', 'government', 'subsidyPool'] as const).map(
    (payee): Description => ({
      key: payee,
      term: t(`payee.${payee}`),
      description: <Address address={table[payee]} />,
    }),
  )
  const published = (['agencyPrice', 'cataloguePrice', 'index'] as const).map(
    (price): Description => ({
      key: price,
      term: t(price),
      description: <Price microPerKwh={table[price]} />,
      numeric: true,
    }),
  )
  return <DescriptionList items={[...published, ...components, ...payees]} />
}

/** One price, or the lowest and the highest where it floats with time of use. */
function ComponentPrice({ component }: { component: Component }) {
  const locale = useLocale()
  const single = singlePrice(component)
  if (single !== null) return <Price microPerKwh={single} />
  const [first, ...others] = component.prices
  const lowest = others.reduce((least, price) => (price < least ? price : least), first)
  const highest = others.reduce((most, price) => (price > most ? price : most), first)
  return (
    <>
      {formatPriceAmount(lowest, locale)} – <Price microPerKwh={highest} />
    </>
  )
}
