'use client'

import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Icon } from '@/components/ui/icon'
import { wh, WH_PER_KWH } from '@/lib/domain/units/units'
import type { HomeProfile } from '@/lib/services/home-profiles'
import type { UseSource } from './use-source'

export interface ProfileListProps {
  profiles: readonly HomeProfile[]
  onStart: (source: UseSource) => void
}

/** Each is one press: how much is used can be said afterwards. */
export function ProfileList({ profiles, onStart }: ProfileListProps) {
  const t = useTranslations('compare.profile')
  return (
    <ul className="divide-y divide-line border-t border-line">
      {profiles.map(({ key, customerClass, yearlyWh }) => (
        <li key={key}>
          <button
            type="button"
            data-profile={key}
            className="flex w-full items-center gap-4 px-4 py-3.5 text-left -outline-offset-2 hover:bg-sunken/60 sm:px-6"
            onClick={() => onStart({ kind: 'profile', key, customerClass, yearlyWh: wholeKwh(yearlyWh) })}
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{t(`${key}.name`)}</span>
              <span className="mt-0.5 block text-sm text-quiet">{t(`${key}.about`)}</span>
            </span>
            <span className="text-right text-sm">
              <Energy wh={yearlyWh} digits={0} className="block font-medium" />
              <span className="text-quiet">{t('aYear')}</span>
            </span>
            <Icon name="arrowRight" size={18} className="text-quiet" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What the address and the field can say. */
function wholeKwh(energy: HomeProfile['yearlyWh']) {
  return wh((energy / WH_PER_KWH) * WH_PER_KWH)
}
