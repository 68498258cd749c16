'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { addDays } from '@/lib/domain/metering/calendar'
import { GRID_HOURS } from '@/lib/domain/metering/hour-grid'
import { wh } from '@/lib/domain/units/units'
import { wallTime } from '@/lib/domain/metering/curve-points'
import { formatEnergy } from '@/lib/format/energy'
import { formatDate } from '@/lib/format/local-date'
import type { HeatCells } from './heat-cells'
import type { Spot } from './heat-keys'

const QUALITY = { E: 'Estimated', S: 'Substituted' } as const

/** The hour that is pointed at, in words, read out as it changes. Empty until somebody points. */
export function HeatReadout({ cells, spot, href }: { cells: HeatCells; spot: Spot | null; href: string | null }) {
  const t = useTranslations('metering.heat')
  const words = useWords()
  return (
    <div className="mt-4 flex min-h-11 flex-wrap items-center gap-x-4 text-sm sm:min-h-8">
      <p role="status" className={spot ? 'font-medium' : 'text-quiet'}>
        {spot ? words(cells, spot) : t('hint')}
      </p>
      {href && (
        <Link href={href} className="link inline-flex min-h-11 items-center sm:min-h-8">
          {t('open')}
        </Link>
      )}
    </div>
  )
}

function useWords() {
  const t = useTranslations('metering.heat')
  const quality = useTranslations('metering.quality')
  const locale = useLocale()
  return ({ from, energies, marks }: HeatCells, { day, hour }: Spot): string => {
    const index = day * GRID_HOURS + hour
    const mark = marks[index] ?? ' '
    const at = {
      day: formatDate(addDays(from, day), locale, 'short'),
      hour: wallTime(hour * 60),
      until: wallTime((hour + 1) * 60),
    }
    if (mark === 'x') return t('cellSkipped', at)
    if (mark === '-' || mark === ' ') return t('cellNone', at)
    const energy = wh(BigInt(energies.split(',')[index] ?? '0'))
    const cell = t('cell', { ...at, energy: formatEnergy(energy, locale, { unit: 'kWh', digits: 3 }) })
    const known = QUALITY[mark.toUpperCase() as keyof typeof QUALITY]
    const said = known ? t('cellQuality', { cell, quality: quality(known) }) : cell
    return mark === mark.toLowerCase() ? t('cellTwice', { cell: said }) : said
  }
}
