import { useLocale, useTranslations } from 'next-intl'
import { PriceRowTable } from '@/components/energy/price-rows'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import type { LineExplanation } from '@/lib/domain/billing/explain'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { micro, type Wh } from '@/lib/domain/units/units'
import { formatMoney } from '@/lib/format/money'
import { formatPrice } from '@/lib/format/price'
import { billedEnergy } from '@/lib/format/energy'

interface PricedLineCardProps {
  title: string
  line: LineExplanation
  used: Wh
}

export interface PricedLineCardsProps {
  lines: readonly LineExplanation[]
  used: Wh
}

/** A card for the energy line always, and for any other whose price is not simply in the table of lines. */
export function PricedLineCards({ lines, used }: PricedLineCardsProps) {
  const t = useTranslations('bill')
  const shown = lines.filter(({ kind, rows }) => kind === 'Energy' || rows.length > 0)
  return shown.map((line) => (
    <PricedLineCard
      key={line.kind}
      title={t(line.kind === 'Energy' ? 'making.titleEnergy' : 'making.titleOther', { line: t(`kind.${line.kind}`) })}
      line={line}
      used={used}
    />
  ))
}

/** How a charge came about: energy × price for each register, then the part of it that falls on direct energy. */
function PricedLineCard({ title, line, used }: PricedLineCardProps) {
  const t = useTranslations('bill.making')
  const hasRows = line.rows.length > 0
  return (
    <Card title={title} lead={t(leadOf(line))} flush className="later break-inside-avoid">
      {hasRows && <PriceRowTable caption={title} rows={line.rows} used={used} />}
      <Steps line={line} used={used} underTable={hasRows} />
    </Card>
  )
}

/** Registers explain themselves where they are all there is. */
function leadOf({ rows }: LineExplanation): 'leadFlat' | 'leadRegisters' | 'leadFormula' {
  if (rows.length === 0) return 'leadFlat'
  return rows.every(({ what }) => (REGISTERS as readonly string[]).includes(what)) ? 'leadRegisters' : 'leadFormula'
}

/** What part of the sum is on the bill, and why it may be less. */
function Steps({ line, used, underTable }: { line: LineExplanation; used: Wh; underTable: boolean }) {
  const t = useTranslations('bill.making')
  const locale = useLocale()
  const direct = line.quantity
  const fee = line.facts.serviceFee
  const amount = formatMoney(line.amount, locale, { exact: true })
  const energy = { direct: billedEnergy(direct, locale), used: billedEnergy(used, locale) }
  return (
    <div
      className={classes(
        'max-w-prose space-y-2 px-4 pb-4 text-sm text-soft sm:px-6 sm:pb-6',
        underTable && 'pt-4 sm:pt-6',
      )}
    >
      {line.singlePrice !== null && (
        <p>{t('flat', { ...energy, price: formatPrice(line.singlePrice, locale, { exact: true }) })}</p>
      )}
      {direct < used && <p>{t('directShare', energy)}</p>}
      {fee !== undefined && <p>{t('lessFee', { fee: formatMoney(micro(fee), locale, { exact: true }) })}</p>}
      <p>{t('rounded', { amount })}</p>
    </div>
  )
}
