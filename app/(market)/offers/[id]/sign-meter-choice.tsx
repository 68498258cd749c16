'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { shortHex } from '@/lib/format/hex'
import type { Hex } from '@/lib/domain/units/hex'
import type { SignableMeter } from './sign-form'

interface MeterChoiceProps {
  meters: readonly SignableMeter[]
  chosen: Hex | null
  onChoose: (id: Hex) => void
}

/** Every supply point of the visitor: those that cannot take the offer say why instead of disappearing. */
export function MeterChoice({ meters, chosen, onChoose }: MeterChoiceProps) {
  const t = useTranslations('signing.meter')
  const ableCount = meters.filter(({ obstacle }) => obstacle === null).length
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium">{t('label')}</legend>
      <ul className="space-y-2">
        {meters.map((meter) => (
          <li key={meter.id}>
            <label
              className="flex min-h-12 items-start gap-3 rounded-control border border-edge/60 px-4 py-3 has-checked:border-accent has-checked:bg-accent-ground
                has-disabled:bg-sunken has-disabled:text-quiet"
            >
              <input
                type="radio"
                name="meter"
                value={meter.id}
                checked={meter.id === chosen}
                disabled={meter.obstacle !== null}
                onChange={() => onChoose(meter.id)}
                className="mt-0.5 size-5 shrink-0"
              />
              <span className="min-w-0 text-sm">
                <span className="block font-medium wrap-anywhere">
                  {meter.label.startsWith('0x') ? shortHex(meter.label) : meter.label}
                </span>
                {meter.obstacle && (
                  <span className="mt-0.5 block">
                    {t(`obstacle.${meter.obstacle}`, { offer: meter.suppliedBy ?? '' })}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {ableCount === 0 && (
        <Callout title={t('noneTitle')} className="mt-4">
          {t('noneMeaning')}
        </Callout>
      )}
    </fieldset>
  )
}
