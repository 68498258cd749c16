'use client'

import { useTranslations } from 'next-intl'
import type { Hex } from '@/lib/domain/units/hex'
import { shortHex } from '@/lib/format/hex'
import type { SwitchableMeter } from './switch-form'

interface SwitchMeterChoiceProps {
  meters: readonly SwitchableMeter[]
  chosen: Hex
  onChoose: (id: Hex) => void
}

/** Which supplied meter is to change; each says who supplies it. */
export function SwitchMeterChoice({ meters, chosen, onChoose }: SwitchMeterChoiceProps) {
  const t = useTranslations('switching.meter')
  return (
    <>
      <legend className="mb-2 text-sm font-medium">{t('label')}</legend>
      <ul className="space-y-2">
        {meters.map(({ id, label, old }) => (
          <li key={id}>
            <label className="flex min-h-12 items-start gap-3 rounded-control border border-edge/60 px-4 py-3 has-checked:border-accent has-checked:bg-accent-ground">
              <input
                type="radio"
                name="switched-meter"
                value={id}
                checked={id === chosen}
                onChange={() => onChoose(id)}
                className="mt-0.5 size-5 shrink-0"
              />
              <span className="min-w-0 text-sm">
                <span className="block font-medium wrap-anywhere">
                  {label.startsWith('0x') ? shortHex(label) : label}
                </span>
                <span className="mt-0.5 block text-quiet">{t('now', { offer: old.offerName })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
