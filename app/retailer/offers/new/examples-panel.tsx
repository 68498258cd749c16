'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Card } from '@/components/ui/card'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { WorkedExample } from '@/lib/domain/offers/offer'
import { microPerKwh, mulDivDown, WH_PER_KWH } from '@/lib/domain/units/units'
import { formatPrice } from '@/lib/format/price'
import { needsOf } from '@/lib/domain/offers/formulas/registry'
import { OfferTextField, useOfferForm } from './offer-form-context'

/** What the offer costs at 85, 100 and 115 % of a typical month, as it is typed. The same examples go on chain. */
export function ExamplesPanel({ examples }: { examples: readonly WorkedExample[] | null }) {
  const t = useTranslations('publish.examples')
  return (
    <Card title={t('title')} lead={t('lead')} footer={t('proof')}>
      <div className="space-y-5">
        <OfferTextField field="typicalMonth" label={t('month')} hint={t('monthHint')} unit="kWh" />
        <TypicalFields examples={examples} />
      </div>
      <div className="mt-5 border-t border-line pt-4">
        {examples ? (
          <dl className="divide-y divide-line">
            {examples.map((example, index) => (
              <ExampleRow key={index} example={example} />
            ))}
          </dl>
        ) : (
          <p className="py-6 text-center text-sm text-quiet">{t('waiting')}</p>
        )}
      </div>
    </Card>
  )
}

/** What else the charge of a month depends on, if anything. */
function TypicalFields({ examples }: { examples: readonly WorkedExample[] | null }) {
  const t = useTranslations('publish.examples')
  const perKwh = useTranslations('publish.price')('unit')
  const locale = useLocale()
  const needs = new Set(needsOf(useOfferForm().text.formula))
  const reference = examples?.[0]?.usage.referencePrice
  return (
    <>
      {(needs.has('index') || needs.has('indexCost')) && (
        <OfferTextField field="typicalIndex" label={t('index')} hint={t('indexHint')} unit={perKwh} />
      )}
      {needs.has('maxDemand') && (
        <OfferTextField field="typicalDemand" label={t('demand')} hint={t('powerHint')} unit="kW" />
      )}
      {needs.has('capacity') && (
        <OfferTextField field="typicalCapacity" label={t('capacity')} hint={t('powerHint')} unit="kW" />
      )}
      {needs.has('referencePrice') && reference !== undefined && (
        <p className="text-sm text-quiet">{t('reference', { price: formatPrice(reference, locale) })}</p>
      )}
    </>
  )
}

function ExampleRow({ example }: { example: WorkedExample }) {
  const t = useTranslations('publish.examples')
  const used = sumWh(example.usage.registers)
  // For reading only: what a kWh comes to on average.
  const average = used === 0n ? null : microPerKwh(mulDivDown(example.charge, WH_PER_KWH, used))
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5 text-sm first:pt-0">
      <dt>
        <Energy wh={used} unit="kWh" className="font-medium" />
      </dt>
      <dd className="text-right">
        <Money micro={example.charge} className="text-base font-semibold" />
        {average !== null && (
          <span className="block text-quiet">
            {t('average')} <Price microPerKwh={average} />
          </span>
        )}
      </dd>
    </div>
  )
}
