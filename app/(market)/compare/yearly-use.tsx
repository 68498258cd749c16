'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Field, Input } from '@/components/ui/field'
import { wh, WH_PER_KWH, type Wh } from '@/lib/domain/units/units'
import { compareStore } from './use-compare'
import type { UseSource } from './use-source'
import { MOST_KWH, STEPS, stepOf, kwhOf, parseYearlyKwh } from './yearly-steps'

/** A person is still typing, or sliding, for so long. */
const SETTLED_MS = 250

type Profile = Extract<UseSource, { kind: 'profile' }>

/** The same habits with more or less energy: as a number, or by feel. */
export function YearlyUse({ source, typical }: { source: Profile; typical: Wh }) {
  const t = useTranslations('compare.yearly')
  const [text, setText] = useState(() => String(source.yearlyWh / WH_PER_KWH))
  const kwh = parseYearlyKwh(text)
  const current = Number(source.yearlyWh / WH_PER_KWH)
  useEffect(() => {
    if (kwh === null || kwh === current) return
    const yearlyWh = wh(BigInt(kwh) * WH_PER_KWH)
    const timer = setTimeout(
      () => void compareStore().start({ ...source, yearlyWh }, { customerClass: source.customerClass, quiet: true }),
      SETTLED_MS,
    )
    return () => clearTimeout(timer)
  }, [kwh, current, source])
  const typicalKwh = Number(typical / WH_PER_KWH)
  return (
    <div className="min-w-0">
      <Field label={t('label')} error={kwh === null ? t('wrong', { most: MOST_KWH }) : undefined}>
        <Input unit="kWh" inputMode="numeric" value={text} onChange={({ target }) => setText(target.value)} />
      </Field>
      <input
        type="range"
        aria-label={t('slider')}
        aria-valuetext={t('value', { kwh: kwh ?? current })}
        min={0}
        max={STEPS}
        value={stepOf(kwh ?? current, typicalKwh)}
        onChange={({ target }) => setText(String(kwhOf(Number(target.value), typicalKwh)))}
        className="mt-2 h-8 w-full"
      />
    </div>
  )
}
