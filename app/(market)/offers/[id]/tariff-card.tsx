import { useLocale, useTranslations } from 'next-intl'
import { Period } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import { Unit } from '@/components/energy/energy'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { singlePrice, type Component, type TariffTable } from '@/lib/domain/tariffs/table'
import { microPerKwh, type MicroPerKwh } from '@/lib/domain/units/units'
import { formatPriceAmount, PRICE_UNIT } from '@/lib/format/price'

/** What every consumer here pays on top, whichever retailer it chooses. */
export function TariffCard({ table }: { table: TariffTable | null }) {
  const t = useTranslations('offers.tariff')
  if (!table) return <Card title={t('title')}>{t('none')}</Card>
  const singles = table.components.map(singlePrice)
  const sum = singles.every((price) => price !== null)
    ? singles.reduce<bigint>((total, price) => total + (price ?? 0n), 0n)
    : null
  return (
    <Card title={t('title')} lead={t('lead')} footer={<Source table={table} />} className="later">
      <DescriptionList
        items={[
          ...table.components.map((component) => ({
            key: component.kind,
            term: t(`kind.${component.kind}`),
            description: <ComponentPrice component={component} />,
            numeric: true,
          })),
          ...(sum === null
            ? []
            : [
                {
                  key: 'sum',
                  term: <strong>{t('sum')}</strong>,
                  description: <Price microPerKwh={microPerKwh(sum)} />,
                  numeric: true,
                },
              ]),
        ]}
      />
    </Card>
  )
}

function Source({ table }: { table: TariffTable }) {
  const t = useTranslations('offers.tariff')
  return t.rich('source', { period: () => <Period start={table.start} end={table.end} /> })
}

function ComponentPrice({ component }: { component: Component }) {
  const locale = useLocale()
  const single = singlePrice(component)
  if (single !== null) return <Price microPerKwh={single} />
  const sorted = [...component.prices].sort((a, b) => (a < b ? -1 : 1)) as MicroPerKwh[]
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined) return null
  return (
    <>
      {formatPriceAmount(lowest, locale)} – {formatPriceAmount(highest, locale)} <Unit>{PRICE_UNIT}</Unit>
    </>
  )
}
