import { useLocale } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { BPS_ONE, type Wh } from '@/lib/domain/units/units'
import { formatDecimal } from '@/lib/format/number'

export interface DeviationShareProps {
  contracted: Wh
  used: Wh
  className?: string
}

/** How far the use was from the contract, in percent of the contract: "+12.0%". A dash where nothing was contracted. */
export function DeviationShare({ contracted, used, className }: DeviationShareProps) {
  const locale = useLocale()
  if (contracted === 0n) return <span className={className}>–</span>
  const value = ((used - contracted) * BPS_ONE) / contracted
  return (
    <span className={classes('figure', className)}>
      {formatDecimal({ value, scale: 2, digits: 1, locale, signed: true })}%
    </span>
  )
}
