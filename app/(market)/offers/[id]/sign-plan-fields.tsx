'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ClipboardEvent } from 'react'
import { Energy } from '@/components/energy/energy'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { wh, type Wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { typedKwh } from '@/lib/format/parse-amount'
import { formatShortMonth } from '@/lib/format/period'
import { pastedKwh, readPlannedKwh } from './plan-text'
import type { PlannedMonth } from './planned-months'

interface PlanFieldsProps {
  months: readonly PlannedMonth[]
  /** What stands in each field, in kWh. */
  texts: readonly string[]
  /** The most a month can be planned at. */
  most: Wh
  /** Where the first figures come from. */
  origin: 'fromPastYear' | 'fromExample' | 'unknown'
  showErrors: boolean
  onChange: (texts: string[]) => void
}

/** Contracted energy month by month, with the suggestion a click away. */
export function PlanFields({ months, texts, most, origin, showErrors, onChange }: PlanFieldsProps) {
  const t = useTranslations('signing.plan')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const read = texts.map((text) => readPlannedKwh(text, most))
  const total = wh(read.reduce<bigint>((sum, month) => sum + (month.ok ? month.value : 0n), 0n))
  const change = (index: number, cells: readonly string[]) => onChange(texts.map((old, at) => cells[at - index] ?? old))

  function paste(index: number, event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text')
    const cells = pastedKwh(text, locale)
    if (cells.length === 1 && cells[0] === text) return
    event.preventDefault()
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const [first = '', ...others] = cells
    const within = value.slice(0, selectionStart ?? 0) + first + value.slice(selectionEnd ?? value.length)
    change(index, others.length > 0 ? cells : [within])
  }

  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{t('label')}</legend>
      <p className="mt-1 mb-4 text-sm text-quiet">{t(origin)}</p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-2">
        {months.map(({ start }, index) => {
          const month = read[index]
          const fault = month && !month.ok ? month.fault : null
          // A wrong figure is said at once; an empty field only when it is sent, for it may not have its turn yet.
          const said = fault !== null && (showErrors || fault !== 'missing')
          return (
            <Field
              key={start}
              label={formatShortMonth(start, { locale, timeZone })}
              error={said ? t(`wrong.${fault}`, { most: formatEnergy(most, locale) }) : undefined}
            >
              <Input
                unit="kWh"
                value={texts[index] ?? ''}
                data-plan={fault ? 'wrong' : 'ok'}
                onChange={(event) => change(index, [event.target.value])}
                onPaste={(event) => paste(index, event)}
              />
            </Field>
          )
        })}
      </div>
      <Total months={months} texts={texts} total={total} origin={origin} onRestore={onChange} />
      {showErrors && total === 0n && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {t('empty')}
        </p>
      )}
    </fieldset>
  )
}

interface TotalProps extends Pick<PlanFieldsProps, 'months' | 'texts' | 'origin'> {
  total: Wh
  onRestore: (texts: string[]) => void
}

function Total({ months, texts, total, origin, onRestore }: TotalProps) {
  const t = useTranslations('signing.plan')
  const suggestion = suggestedTexts(months)
  const known = suggestion.some((text) => text !== '')
  const changed = suggestion.some((text, index) => text !== texts[index])
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="text-sm" role="status">
        <span className="text-quiet">{t('total')}</span> <Energy wh={total} className="font-semibold" />
      </p>
      {known && changed && (
        <Button variant="quiet" size="small" onClick={() => onRestore(suggestion)}>
          {t(origin === 'fromExample' ? 'restoreExample' : 'restore')}
        </Button>
      )}
    </div>
  )
}

/** What stands in the fields before anybody types. */
export function suggestedTexts(months: readonly PlannedMonth[]): string[] {
  return months.map(({ suggestedWh }) => (suggestedWh === null ? '' : typedKwh(suggestedWh)))
}
