import { useLocale } from 'next-intl'
import type { Wh } from '@/lib/domain/units/units'
import { classes } from '@/components/ui/classes'
import { energyText, formatEnergy, type EnergyStyle } from '@/lib/format/energy'

export interface EnergyProps extends Omit<EnergyStyle, 'signed'> {
  wh: Wh
  className?: string
}

/** Energy, its unit in a quieter tone, every Wh of it in the title. */
export function Energy({ wh, className, ...style }: EnergyProps) {
  return <EnergyFigure wh={wh} style={style} className={className} />
}

export interface EnergyDifferenceProps extends Omit<EnergyStyle, 'signed'> {
  /** May be negative: a deviation. */
  wh: bigint
  className?: string
}

export function EnergyDifference({ wh, className, ...style }: EnergyDifferenceProps) {
  return <EnergyFigure wh={wh as Wh} style={{ ...style, signed: true }} className={className} />
}

function EnergyFigure({ wh, style, className }: { wh: Wh; style: EnergyStyle; className?: string }) {
  const locale = useLocale()
  const { number, unit } = energyText(wh, locale, style)
  const title = formatEnergy(wh, locale, { ...style, exact: true })
  return (
    <data value={wh.toString()} title={title} className={classes('figure', className)}>
      {number} <Unit>{unit}</Unit>
    </data>
  )
}

/** The unit after a figure: smaller and quieter than the number it belongs to. */
export function Unit({ children }: { children: string }) {
  return <span className="text-[0.875em] font-normal tracking-normal text-quiet">{children}</span>
}
