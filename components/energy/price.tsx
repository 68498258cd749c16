import { useLocale } from 'next-intl'
import type { MicroPerKwh, SignedMicroPerKwh } from '@/lib/domain/units/units'
import { classes } from '@/components/ui/classes'
import { formatPrice, formatPriceAmount, PRICE_UNIT } from '@/lib/format/price'
import { Unit } from './energy'

export interface PriceProps {
  microPerKwh: MicroPerKwh | SignedMicroPerKwh
  /** All six decimals; otherwise four, with the exact price as title. */
  exact?: boolean
  /** For a price in line with no other: see PriceStyle. */
  alone?: boolean
  className?: string
}

export function Price({ microPerKwh, exact, alone, className }: PriceProps) {
  const locale = useLocale()
  return (
    <data
      value={microPerKwh.toString()}
      title={formatPrice(microPerKwh, locale, { exact: true })}
      className={classes('figure', className)}
    >
      {formatPriceAmount(microPerKwh, locale, { exact, alone })} <Unit>{PRICE_UNIT}</Unit>
    </data>
  )
}
