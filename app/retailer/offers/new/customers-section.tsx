'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Field, Select } from '@/components/ui/field'
import { CUSTOMER_CLASSES, type CustomerClass } from '@/lib/domain/offers/offer'
import { ChoiceCards } from './choice-cards'
import { OfferTextField, useFaultText, useOfferForm } from './offer-form-context'
import { TYPICAL_MONTH } from './offer-text'
import { areaKey, usualArea, type SupplyArea } from './supply-area'

/** What the offer is called and who can sign it. */
export function CustomersSection({ areas }: { areas: readonly SupplyArea[] }) {
  const t = useTranslations('publish.customers')
  const { text, change } = useOfferForm()

  function choose(customerClass: CustomerClass) {
    // The usual values of the other class follow; what the retailer typed stays.
    const usual = text.typicalMonth === TYPICAL_MONTH[text.customerClass]
    const typicalMonth = usual ? TYPICAL_MONTH[customerClass] : text.typicalMonth
    change({ customerClass, typicalMonth, area: usualArea(areas, customerClass) })
  }
  return (
    <Card title={t('title')}>
      <div className="space-y-5">
        <OfferTextField field="name" label={t('name')} hint={t('nameHint')} maxLength={80} />
        <ChoiceCards
          legend={t('class')}
          columns
          choices={CUSTOMER_CLASSES.map((value) => ({ value, label: t(`classes.${value}`) }))}
          chosen={text.customerClass}
          onChoose={choose}
        />
        <AreaField areas={areas} />
      </div>
    </Card>
  )
}

function AreaField({ areas }: { areas: readonly SupplyArea[] }) {
  const t = useTranslations('publish.customers')
  const { text, change, leave } = useOfferForm()
  return (
    <Field label={t('area')} hint={t('areaHint')} error={useFaultText('area')}>
      <Select
        name="area"
        value={text.area}
        onChange={(event) => change({ area: event.target.value })}
        onBlur={() => leave('area')}
      >
        {areas.map((area) => (
          <option key={areaKey(area)} value={areaKey(area)}>
            {t('areaName', { region: String(area.region), voltageClass: String(area.voltageClass) })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
