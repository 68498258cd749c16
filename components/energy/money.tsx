import { useLocale } from 'next-intl'
import type { Micro } from '@/lib/domain/units/units'
import { classes } from '@/components/ui/classes'
import { formatMoney, formatMoneyDifference } from '@/lib/format/money'

export interface MoneyProps {
  micro: Micro
  /** All six decimals; otherwise two, with the exact amount as title. */
  exact?: boolean
  className?: string
}

export function Money({ micro, exact, className }: MoneyProps) {
  const locale = useLocale()
  return (
    <data
      value={micro.toString()}
      title={formatMoney(micro, locale, { exact: true })}
      className={classes('figure', className)}
    >
      {formatMoney(micro, locale, { exact })}
    </data>
  )
}

export interface MoneyDifferenceProps {
  /** May be negative: what one amount is above another, or a reversal. */
  micro: bigint
  exact?: boolean
  className?: string
}

export function MoneyDifference({ micro, exact, className }: MoneyDifferenceProps) {
  const locale = useLocale()
  const full = formatMoneyDifference(micro, locale, { exact: true })
  return (
    <data value={micro.toString()} title={full} className={classes('figure', className)}>
      {exact ? full : formatMoneyDifference(micro, locale)}
    </data>
  )
}
