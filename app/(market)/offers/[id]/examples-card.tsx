import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { WorkedExample } from '@/lib/domain/offers/offer'
import { BPS_ONE, bps, mulDivDown, type Wh } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'

interface Row extends WorkedExample {
  used: Wh
}

/** The charges the contract itself computed before it let the offer in. */
export function ExamplesCard({ examples }: { examples: readonly WorkedExample[] }) {
  const t = useTranslations('offers.examples')
  const locale = useLocale()
  const rows: Row[] = examples.map((example) => ({ ...example, used: sumWh(example.usage.registers) }))
  const columns: Column<Row>[] = [
    { key: 'used', header: t('used'), cell: ({ used }) => <Energy wh={used} />, primary: true },
    { key: 'share', header: t('share'), cell: (row) => shareText(row, locale), numeric: true },
    { key: 'charge', header: t('charge'), cell: ({ charge }) => <Money micro={charge} />, numeric: true },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} footer={t('proof')} flush className="later">
      <Table caption={t('title')} columns={columns} rows={rows} rowKey={({ used }) => used.toString()} />
    </Card>
  )
}

/** Used energy as a share of the plan, in whole percent: examples are made at about 85, 100 and 115 %. */
function shareText({ used, contracted }: Row, locale: Parameters<typeof formatBasisPoints>[1]): string {
  if (contracted === 0n) return '–'
  const percent = (mulDivDown(used, BPS_ONE, contracted) + 50n) / 100n
  return formatBasisPoints(bps(percent * 100n), locale)
}
