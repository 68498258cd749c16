'use client'

import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import type { FormulaName } from '@/lib/domain/offers/formulas/registry'
import { useFaultText, useOfferForm } from './offer-form-context'
import type { ParamKey } from './offer-text'
import { tierKeysOf, UNIT_LABEL } from './read-params'
import { cellKey, MOST_TIERS, tierRows, withoutRow, withTierRows, type TierRow } from './tier-rows'

/** A row for each tier: from how many kWh on it counts, and its price. */
export function TierTable({ formula }: { formula: FormulaName }) {
  const t = useTranslations('publish.tiers')
  const { text, change } = useOfferForm()
  const keys = tierKeysOf(formula)
  const rows = tierRows(text.params, keys)
  const put = (next: readonly TierRow[]) => change({ params: withTierRows(text.params, keys, next) })
  const replace = (index: number, changes: Partial<TierRow>) =>
    put(rows.map((row, position) => (position === index ? { ...row, ...changes } : row)))
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{t('legend')}</legend>
      <p className="mt-1 mb-4 text-sm text-quiet">{t('hint')}</p>
      <ol className="divide-y divide-line border-y border-line">
        {rows.map((row, index) => (
          // A tier has no name but its place.
          <li key={index} className="grid grid-cols-2 items-start gap-x-4 gap-y-2 py-4 sm:grid-cols-[1fr_1fr_auto]">
            {index === 0 ? (
              <FirstFrom />
            ) : (
              <Cell
                field={cellKey(keys.limits, index - 1)}
                label={t('from', { tier: index + 1 })}
                unit={UNIT_LABEL.Wh}
                value={row.from}
                onChange={(from) => replace(index, { from })}
              />
            )}
            <Cell
              field={cellKey(keys.prices, index)}
              label={t('price', { tier: index + 1 })}
              unit={UNIT_LABEL.MicroPerKwh}
              value={row.price}
              onChange={(price) => replace(index, { price })}
            />
            <Button
              variant="quiet"
              size="small"
              className="col-span-2 justify-self-end sm:col-span-1 sm:mt-7 sm:min-h-10"
              disabled={rows.length === 1}
              aria-label={t('removeTier', { tier: index + 1 })}
              onMouseDown={keepFocus}
              onClick={() => put(withoutRow(rows, index))}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        className="mt-3"
        disabled={rows.length >= MOST_TIERS}
        onMouseDown={keepFocus}
        onClick={() => put([...rows, { from: '', price: '' }])}
      >
        {t('add')}
      </Button>
      {rows.length >= MOST_TIERS && <p className="mt-2 text-sm text-quiet">{t('most', { count: MOST_TIERS })}</p>}
    </fieldset>
  )
}

/** Leaving a field may show what is wrong with it, which would move the button away from under the pointer before it is released. */
function keepFocus(event: MouseEvent) {
  event.preventDefault()
}

/** Looks like the fields below it, and cannot be changed. */
function FirstFrom() {
  const t = useTranslations('publish.tiers')
  return (
    <div className="text-sm">
      <p className="mb-1.5 font-medium">{t('from', { tier: 1 })}</p>
      <p className="figure flex min-h-11 items-center justify-end gap-2 text-base sm:min-h-10 sm:text-sm">
        0 <span className="text-sm text-quiet">{UNIT_LABEL.Wh}</span>
      </p>
    </div>
  )
}

interface CellProps {
  field: ParamKey
  label: string
  unit: string
  value: string
  onChange: (value: string) => void
}

function Cell({ field, label, unit, value, onChange }: CellProps) {
  const { leave } = useOfferForm()
  return (
    <Field label={label} error={useFaultText(field)}>
      <Input
        name={field}
        unit={unit}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => leave(field)}
      />
    </Field>
  )
}
