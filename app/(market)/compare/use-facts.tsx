'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Field, Select } from '@/components/ui/field'
import { CUSTOMER_CLASSES, type CustomerClass } from '@/lib/domain/offers/offer'
import type { UseYear } from '@/lib/domain/offers/compare/compared'
import { watt, wh } from '@/lib/domain/units/units'
import { formatDemand } from '@/lib/format/energy'
import type { HomeProfile } from '@/lib/services/home-profiles'
import type { CompareState, Stage } from './compare-store'
import { monthText } from './month-text'
import { compareStore } from './use-compare'
import { UseNotes } from './use-notes'
import { YearlyUse } from './yearly-use'

export interface UseFactsViewProps {
  state: CompareState
  stage: Extract<Stage, { kind: 'ready' }>
  profiles: readonly HomeProfile[]
}

/** How much it is, what it rests on, and what somebody may want to say about it. */
export function UseFactsView({ state, stage, profiles }: UseFactsViewProps) {
  const { source, facts, compared } = stage
  return (
    <div className="grid gap-5">
      {compared && <YearFigures year={compared.year} />}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {source.kind === 'profile' && (
          <YearlyUse
            key={source.key}
            source={source}
            typical={profiles.find(({ key }) => key === source.key)?.yearlyWh ?? source.yearlyWh}
          />
        )}
        {facts.meters.length > 1 && <MeterField facts={facts} />}
        {source.kind !== 'own' && <ClassField value={state.point.customerClass ?? 'Household'} />}
        {source.kind !== 'own' && compared && compared.places.length > 1 && (
          <PlaceField state={state} places={compared.places} />
        )}
      </div>
      <UseNotes stage={stage} />
    </div>
  )
}

function YearFigures({ year }: { year: UseYear }) {
  const t = useTranslations('compare.use')
  const locale = useLocale()
  const used = wh(year.months.reduce<bigint>((sum, month) => sum + month.used, 0n))
  const exported = wh(year.months.reduce<bigint>((sum, month) => sum + month.exported, 0n))
  const peak = year.months.reduce((most, { maxDemand }) => (maxDemand > most ? maxDemand : most), watt(0n))
  const figures = [
    { key: 'used', value: <Energy wh={used} digits={0} /> },
    { key: 'peak', value: formatDemand(peak, locale) },
    ...(exported > 0n ? [{ key: 'exported', value: <Energy wh={exported} digits={0} /> } as const] : []),
    { key: 'span', value: `${monthText(year.basis.from, locale)} – ${monthText(year.basis.to, locale)}` },
  ] as const
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 text-sm">
      {figures.map(({ key, value }) => (
        <div key={key}>
          <dt className="text-quiet">{t(`figure.${key}`)}</dt>
          <dd className="figure mt-0.5 text-base font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function MeterField({ facts: { meters, meter } }: Pick<Extract<Stage, { kind: 'ready' }>, 'facts'>) {
  const t = useTranslations('compare.use')
  return (
    <Field label={t('meter')} hint={t('meterHint', { count: meters.length })}>
      <Select value={meter} onChange={({ target }) => void compareStore().chooseMeter(Number(target.value))}>
        {meters.map((name, index) => (
          <option key={name} value={index}>
            {name || t('meterUnnamed', { number: index + 1 })}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function ClassField({ value }: { value: CustomerClass }) {
  const t = useTranslations('compare.use')
  return (
    <Field label={t('class')}>
      <Select
        value={value}
        onChange={({ target }) =>
          void compareStore().at({ customerClass: target.value as CustomerClass, region: null, voltageClass: null })
        }
      >
        {CUSTOMER_CLASSES.map((customerClass) => (
          <option key={customerClass} value={customerClass}>
            {t(`classes.${customerClass}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function PlaceField({
  state,
  places,
}: {
  state: CompareState
  places: readonly { region: number; voltageClass: number }[]
}) {
  const t = useTranslations('compare.use')
  const { region, voltageClass } = state.point
  const keyOf = (place: { region: number | null; voltageClass: number | null }) =>
    `${place.region} ${place.voltageClass}`
  return (
    <Field label={t('place')}>
      <Select
        value={region === null ? '' : keyOf({ region, voltageClass })}
        onChange={({ target }) => {
          const place = places.find((one) => keyOf(one) === target.value)
          void compareStore().at(place ?? { region: null, voltageClass: null })
        }}
      >
        <option value="">{t('placeAny')}</option>
        {places.map((place) => (
          <option key={keyOf(place)} value={keyOf(place)}>
            {t('placeName', place)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
