import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import type { Wh } from '@/lib/domain/units/units'
import { billedEnergy } from '@/lib/format/energy'

export interface BandPictureProps {
  lower: Wh
  contracted: Wh
  upper: Wh
  used: Wh
}

/** Empty space at both ends of the scale, as a part of what it shows. */
const MARGIN_PARTS = 8n
const PERCENT_DIGITS = 10_000n

/** Contracted energy, its band and what was used, on one line. The scale shows the surroundings of the band, not zero. */
export function BandPicture({ lower, contracted, upper, used }: BandPictureProps) {
  const t = useTranslations('bill.band')
  const locale = useLocale()
  const at = scaleAround([lower, contracted, upper, used])
  const outside = used < lower || used > upper
  const text = (energy: Wh) => billedEnergy(energy, locale)
  const gap = outside ? { from: used < lower ? used : upper, to: used < lower ? lower : used } : null
  return (
    <figure>
      <div
        role="img"
        aria-label={t('picture', { used: text(used), lower: text(lower), upper: text(upper) })}
        className="relative h-20 rounded-control bg-sunken [print-color-adjust:exact]"
      >
        <Span from={at(lower)} to={at(upper)} className="inset-y-0 bg-chart-band" />
        {gap && <Span from={at(gap.from)} to={at(gap.to)} className="inset-y-8 bg-chart-outside opacity-60" />}
        <Mark at={at(contracted)} className="inset-y-0 border-l-2 border-dashed border-ink" />
        <Mark
          at={at(used)}
          className={classes('inset-y-3 w-1 rounded-full', outside ? 'bg-chart-outside' : 'bg-accent')}
        />
      </div>
      <figcaption className="mt-4">
        <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-3">
          <Entry swatch={<span className="h-4 border-l-2 border-dashed border-ink" />} term={t('contracted')}>
            {text(contracted)}
          </Entry>
          <Entry swatch={<span className="size-3 rounded-[3px] bg-chart-band" />} term={t('edges')}>
            {text(lower)} – {text(upper)}
          </Entry>
          <Entry
            swatch={<span className={classes('h-4 w-1 rounded-full', outside ? 'bg-chart-outside' : 'bg-accent')} />}
            term={t('used')}
          >
            {text(used)}
          </Entry>
        </dl>
      </figcaption>
    </figure>
  )
}

/** A position on the picture, in percent, for each energy. */
function scaleAround(energies: readonly Wh[]): (energy: Wh) => number {
  const low = energies.reduce((least, energy) => (energy < least ? energy : least))
  const high = energies.reduce((most, energy) => (energy > most ? energy : most))
  const margin = (high - low) / MARGIN_PARTS + 1n
  const span = high - low + 2n * margin
  return (energy) => Number(((energy - low + margin) * PERCENT_DIGITS) / span) / 100
}

function Span({ from, to, className }: { from: number; to: number; className: string }) {
  return <span className={classes('absolute', className)} style={{ left: `${from}%`, width: `${to - from}%` }} />
}

function Mark({ at, className }: { at: number; className: string }) {
  return <span className={classes('absolute -translate-x-1/2', className)} style={{ left: `${at}%` }} />
}

function Entry({ swatch, term, children }: { swatch: ReactNode; term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="flex items-center gap-2 text-quiet">
        <span aria-hidden="true" className="flex w-3 justify-center [print-color-adjust:exact]">
          {swatch}
        </span>
        {term}
      </dt>
      <dd className="figure pl-5 font-medium">{children}</dd>
    </div>
  )
}
