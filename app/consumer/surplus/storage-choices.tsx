'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDuration } from '@/lib/format/duration'
import { formatEnergy } from '@/lib/format/energy'
import { formatBasisPoints } from '@/lib/format/number'
import type { NamedStorage } from '@/lib/services/own-surplus'

export interface StorageChoicesProps {
  offers: readonly NamedStorage[]
  chosen: number
  onChoose: (id: number) => void
}

/** Where to store it: whose it is, what comes out of each kWh, for how long, and how much it still takes. */
export function StorageChoices({ offers, chosen, onChoose }: StorageChoicesProps) {
  const t = useTranslations('credits.store')
  const locale = useLocale()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{t('where')}</legend>
      <div className="space-y-2">
        {offers.map(({ id, name, efficiency, lifetime, left }) => (
          <label
            key={id}
            className="flex cursor-pointer items-start gap-3 rounded-control border border-edge/60 p-3 has-checked:border-accent has-checked:bg-accent-ground"
          >
            <input
              type="radio"
              name="storage"
              className="mt-0.5 size-5 shrink-0"
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <span className="min-w-0 text-sm">
              <span className="block font-medium">{name}</span>
              <span className="block text-soft">
                {t('terms', {
                  efficiency: formatBasisPoints(efficiency, locale),
                  lifetime: formatDuration(lifetime / 60, locale),
                  left: formatEnergy(left, locale),
                })}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
