import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MeterRow } from '@/lib/db/read/metering'
import { hrefOf, type MeteringChoice } from './metering-choice'

/** Which meter is shown. Not worth its place where there is one. */
export function MeterLinks({ meters, choice }: { meters: readonly MeterRow[]; choice: MeteringChoice }) {
  const t = useTranslations('metering')
  if (meters.length < 2) return null
  return (
    <nav aria-label={t('meters')} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {meters.map(({ id, label, number }) => (
          <li key={id}>
            <Link
              href={hrefOf({ ...choice, meterId: id })}
              aria-current={id === choice.meterId ? 'true' : undefined}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge/60 px-4 text-sm font-medium text-soft hover:bg-sunken
                aria-[current]:border-transparent aria-[current]:bg-accent-ground aria-[current]:text-accent sm:min-h-9"
            >
              {label ?? t('unnamed')}
              {number && <span className="figure font-normal">{number}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
