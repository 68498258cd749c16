'use client'

import { useTranslations } from 'next-intl'
import { useFormulaWords } from '@/components/energy/formula-words'
import { Field, Select } from '@/components/ui/field'
import { FORMULA_NAMES, type FormulaName } from '@/lib/domain/offers/formulas/registry'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import { shortHex } from '@/lib/format/hex'
import { compareStore } from './use-compare'
import type { ComparedRow } from './worker/protocol'
import { GREEN_STEPS, SORTS, type Sort, type Wishes } from './wishes'

export interface WishBarProps {
  wishes: Wishes
  rows: readonly ComparedRow[]
  customerClass: CustomerClass | null
}

/** What to look for, and in which order. On a phone it is folded away until somebody wants it. */
export function WishBar({ wishes, rows, customerClass }: WishBarProps) {
  const t = useTranslations('compare.wish')
  const words = useFormulaWords()
  const own = rows.filter((row) => row.customerClass === customerClass)
  const kinds = FORMULA_NAMES.filter((name) => own.some(({ formula }) => formula === name))
  const retailers = [...new Map(own.map(({ retailer, retailerName }) => [retailer, retailerName])).entries()]
  const wish = (part: Partial<Wishes>) => compareStore().wish(part)
  return (
    <fieldset className="grid min-w-0 grid-cols-2 items-end gap-3 sm:gap-4 lg:grid-cols-5">
      <legend className="sr-only">{t('label')}</legend>
      <Field label={t('sort')} className="max-sm:col-span-2">
        <Select value={wishes.sort} onChange={({ target }) => wish({ sort: target.value as Sort })}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('green')}>
        <Select
          value={wishes.green}
          onChange={({ target }) => wish({ green: GREEN_STEPS.find((step) => String(step) === target.value) ?? 0 })}
        >
          {GREEN_STEPS.map((step) => (
            <option key={step} value={step}>
              {step === 0 ? t('greenAny') : t('greenLeast', { percent: step })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('kind')}>
        <Select
          value={wishes.kinds[0] ?? ''}
          onChange={({ target }) => wish({ kinds: kinds.filter((name) => name === (target.value as FormulaName)) })}
        >
          <option value="">{t('kindAny')}</option>
          {kinds.map((name) => (
            <option key={name} value={name}>
              {words(`${name}.kind`, name)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('retailer')}>
        <Select value={wishes.retailer ?? ''} onChange={({ target }) => wish({ retailer: target.value || null })}>
          <option value="">{t('retailerAny')}</option>
          {retailers.map(([address, name]) => (
            <option key={address} value={address}>
              {name ?? shortHex(address)}
            </option>
          ))}
        </Select>
      </Field>
      <label className="flex min-h-11 items-center gap-2.5 text-sm font-medium sm:min-h-10">
        <input
          type="checkbox"
          className="size-5 shrink-0 sm:size-4"
          checked={wishes.noExitFee}
          onChange={({ target }) => wish({ noExitFee: target.checked })}
        />
        {t('noExitFee')}
      </label>
    </fieldset>
  )
}
