'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { wh } from '@/lib/domain/units/units'
import { typedKwh } from '@/lib/format/parse-amount'
import { formatShortMonth } from '@/lib/format/period'
import { parsePlannedKwh } from './plan-text'
import type { PlannedMonth } from './planned-months'

interface PlanFieldsProps {
  months: readonly PlannedMonth[]
  /** What stands in each field, in kWh. */
  texts: readonly string[]
  showErrors: boolean
  onChange: (texts: string[]) => void
}

/** Contracted energy month by month, with the suggestion of the past year a click away. */
export function PlanFields({ months, texts, showErrors, onChange }: PlanFieldsProps) {
  const t = useTranslations('signing.plan')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const known = months.some(({ suggestedWh }) => suggestedWh !== null)
  const read = texts.map(parsePlannedKwh)
  const total = wh(read.reduce<bigint>((sum, energy) => sum + (energy ?? 0n), 0n))
  const change = (index: number, text: string) => onChange(texts.map((old, at) => (at === index ? text : old)))
  const suggestion = months.map(({ suggestedWh }) => (suggestedWh === null ? '' : typedKwh(suggestedWh)))
  const changed = suggestion.some((text, index) => text !== texts[index])
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{t('label')}</legend>
      <p className="mt-1 mb-4 text-sm text-quiet">{known ? t('fromPastYear') : t('unknown')}</p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-2">
        {months.map(({ start }, index) => {
          const wrong = read[index] === null
          return (
            <Field
              key={start}
              label={formatShortMonth(start, style)}
              error={showErrors && wrong ? t('wrong') : undefined}
            >
              <Input
                unit="kWh"
                value={texts[index] ?? ''}
                data-plan={wrong ? 'wrong' : 'ok'}
                onChange={(event) => change(index, event.target.value)}
              />
            </Field>
          )
        })}
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm" role="status">
          <span className="text-quiet">{t('total')}</span> <Energy wh={total} className="font-semibold" />
        </p>
        {known && changed && (
          <Button variant="quiet" size="small" onClick={() => onChange(suggestion)}>
            {t('restore')}
          </Button>
        )}
      </div>
      {showErrors && total === 0n && <p className="mt-2 text-sm text-danger">{t('empty')}</p>}
    </fieldset>
  )
}
