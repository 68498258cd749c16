import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { BillAmount } from '@/components/energy/bill/bill-amount'
import { Period } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { BillRow } from '@/lib/db/read/billing'

interface RecentBillsProps {
  bills: readonly BillRow[]
  /** With more than one supply point, each bill says which it is for. */
  meterLabels: ReadonlyMap<string, string>
}

/** The latest bills: what each came to, and whether leaving the band cost anything. */
export function RecentBills({ bills, meterLabels }: RecentBillsProps) {
  const t = useTranslations('supply.bills')
  const all = (
    <Link href="/consumer/bills" className="link">
      {t('all')}
    </Link>
  )
  return (
    <Card title={t('title')} flush footer={bills.length > 0 ? all : undefined}>
      {bills.length === 0 ? (
        <p className="px-4 pb-6 text-sm text-quiet sm:px-6">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {bills.map((bill) => (
            <li key={bill.id}>
              <BillLink bill={bill} point={meterLabels.size > 1 ? meterLabels.get(bill.meterId) : undefined} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function BillLink({ bill, point }: { bill: BillRow; point: string | undefined }) {
  const t = useTranslations('supply.bills')
  return (
    <Link
      href={`/consumer/bills/${bill.id}`}
      className="flex min-h-14 items-center justify-between gap-4 px-4 py-3 -outline-offset-2 hover:bg-sunken/60 sm:px-6"
    >
      <span className="min-w-0">
        <span className="block text-sm font-medium">
          <Period start={bill.start} end={bill.end} />
        </span>
        <span className="block truncate text-sm text-quiet">{bill.offerName}</span>
        {point !== undefined && <span className="block truncate text-sm text-quiet">{point}</span>}
      </span>
      <span className="flex shrink-0 flex-col items-end gap-1 text-right">
        <BillAmount bill={bill} />
        {bill.excessWh > 0n && <Badge tone="warning">{t('excess')}</Badge>}
        {bill.shortfallWh > 0n && <Badge tone="warning">{t('shortfall')}</Badge>}
      </span>
    </Link>
  )
}
