import { useTranslations } from 'next-intl'
import { ShareBar } from '@/components/charts/share-bar'
import { Money } from '@/components/energy/money'
import { Card } from '@/components/ui/card'
import type { BillLineRow } from '@/lib/db/read/bill'
import type { Address } from '@/lib/domain/units/hex'
import { micro, type Micro } from '@/lib/domain/units/units'

export interface ReceivedCardProps {
  lines: readonly BillLineRow[]
  retailer: Address
  total: Micro
}

/** Which lines of the bill were paid to this retailer, and what went to others. */
export function ReceivedCard({ lines, retailer, total }: ReceivedCardProps) {
  const t = useTranslations('retailerBills.detail')
  const kind = useTranslations('bill.kind')
  const own = lines.filter(({ payeeAddress }) => payeeAddress === retailer)
  const received = micro(own.reduce<bigint>((sum, { amount }) => sum + amount, 0n))
  const others = micro(total - received)
  return (
    <Card title={t('received')} lead={t('receivedMeaning')}>
      <p className="mb-5 text-2xl font-semibold tracking-tight">
        <Money micro={received} />
      </p>
      <ShareBar
        shares={[
          ...own.map((line) => ({
            key: line.kind,
            label: kind(line.kind),
            value: line.amount,
            text: <Money micro={line.amount} />,
          })),
          { key: 'others', label: t('others'), value: others, text: <Money micro={others} /> },
        ]}
      />
    </Card>
  )
}
