import { useLocale, useTranslations } from 'next-intl'
import { useFormulaWords } from '@/components/energy/formula-words'
import { Price } from '@/components/energy/price'
import { PriceRowTable } from '@/components/energy/price-rows'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { AnyParams, AnyValue, Parameter } from '@/lib/domain/offers/formulas/parameter'
import { parametersOf, priceRows, type Pricing } from '@/lib/domain/offers/formulas/registry'
import type { WorkedExample } from '@/lib/domain/offers/offer'
import type { MicroPerKwh } from '@/lib/domain/units/units'
import { billedEnergy } from '@/lib/format/energy'
import { quantitiesText } from '@/lib/format/parameter'
import { formatPrice } from '@/lib/format/price'
import { RegisterPrices } from './register-prices'

export interface PriceCardProps {
  pricing: Pricing
  priceCap: MicroPerKwh
  examples: readonly WorkedExample[]
}

/** What a kWh costs, and when; where that is not all, how an example comes about. */
export function PriceCard({ pricing, priceCap, examples }: PriceCardProps) {
  const t = useTranslations('offers.price')
  const words = useFormulaWords()
  const locale = useLocale()
  const cap = priceCap === 0n ? undefined : t('cap', { price: formatPrice(priceCap, locale, { alone: true }) })
  const head = { title: t('title'), lead: words(`${pricing.formula}.lead`, pricing.formula), footer: cap }
  if (pricing.formula === 'Flat') {
    return (
      <Card {...head}>
        <p className="text-2xl font-semibold tracking-tight">
          <Price microPerKwh={pricing.params.price} alone />
        </p>
      </Card>
    )
  }
  const params = Object.entries(parametersOf(pricing.formula)).map(([name, of]) => {
    return { name, of, value: (pricing.params as AnyParams)[name] ?? [] }
  })
  const byRegister = params.filter(({ of }) => isByRegister(of))
  const others = params.filter(({ of }) => !isByRegister(of))
  return (
    <Card {...head} flush>
      {others.length > 0 && (
        <div className="px-4 pb-4 sm:px-6">
          <ParameterList formula={pricing.formula} params={others} />
        </div>
      )}
      {byRegister.map(({ name, value }) => (
        <RegisterPrices key={name} prices={value as readonly bigint[]} />
      ))}
      {others.length > 0 && <Example pricing={pricing} examples={examples} />}
    </Card>
  )
}

const isByRegister = (of: Parameter) => 'each' in of && of.each === 'register'

interface Given {
  name: string
  of: Parameter
  value: AnyValue
}

function ParameterList({ formula, params }: { formula: string; params: readonly Given[] }) {
  const t = useTranslations('offers.price')
  const words = useFormulaWords()
  const locale = useLocale()
  const text = ({ name, of, value }: Given): string => {
    if ('choices' in of) return words(`${formula}.params.${name}.choices.${String(value)}.name`, String(value))
    if (of.optional && value === 0n) return t('none')
    return quantitiesText(of.unit, value as bigint | readonly bigint[], locale)
  }
  const items = params.map((param) => ({
    key: param.name,
    term: words(`${formula}.params.${param.name}.label`, param.name),
    description: text(param),
  }))
  return <DescriptionList items={items} />
}

/** The middle one: a month as contracted. */
function Example({ pricing, examples }: Pick<PriceCardProps, 'pricing' | 'examples'>) {
  const t = useTranslations('offers.price')
  const locale = useLocale()
  const example = examples[Math.floor(examples.length / 2)]
  if (!example) return null
  const used = sumWh(example.usage.registers)
  return (
    <>
      <p className="border-t border-line px-4 pt-4 text-sm text-soft sm:px-6">
        {t('example', { energy: billedEnergy(used, locale) })}
      </p>
      <PriceRowTable caption={t('exampleCaption')} rows={priceRows(pricing, example.usage)} used={used} />
    </>
  )
}
